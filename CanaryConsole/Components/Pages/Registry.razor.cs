using CanaryConsole.Core;
using CanaryConsole.Live;
using CanaryConsole.Presentation.Registry;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Pages;

public sealed partial class Registry
{
    private RegistryCatalog? _catalog;
    private RegistryFilter _filter = RegistryFilter.Parse(null, null, null);
    private IReadOnlyList<(string Group, IReadOnlyList<RegistryRow> Rows)> _groups = [];
    private string? _problem;

    [SupplyParameterFromQuery(Name = "group")]
    private string? Group { get; set; }

    [SupplyParameterFromQuery(Name = "approval")]
    private string? Approval { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [Inject]
    private RegistryShelf Shelf { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string? ApprovalSlug => _filter.Approval is { } approval ? RegistryFilter.Slug(approval) : null;

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override void Project()
    {
        _filter = RegistryFilter.Parse(Group, Approval, Search);
        _groups =
        [
            .. (_catalog?.Packages ?? [])
                .Where(_filter.Matches)
                .GroupBy(package => package.Group, StringComparer.Ordinal)
                .Select(group => (group.Key, (IReadOnlyList<RegistryRow>)[.. group.Select(package => RegistryRow.Of(package, Snapshot))])),
        ];
    }

    private async Task LoadAsync()
    {
        try
        {
            _catalog = await Shelf.ReadAsync(Disposed);
            _problem = null;
        }
        catch (CloudException failure)
        {
            _problem = failure.Message;
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            return;
        }

        Project();
    }

    private void Filter(string name, string? value) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(name, string.IsNullOrWhiteSpace(value) ? null : value), replace: true);
}
