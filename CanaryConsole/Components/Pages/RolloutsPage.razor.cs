using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Presentation;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Pages;

/// <summary>All rollouts, running and past; the filters are the address.</summary>
public sealed partial class RolloutsPage
{
    private const int Most = 200;

    private IReadOnlyList<RolloutState>? _listed;
    private IReadOnlyList<RolloutRow> _rows = [];
    private IReadOnlyList<Choice> _choices = [];
    private int _total;
    private string? _problem;
    private IReadOnlyList<SourceTrouble> _troubles = [];

    private sealed record Choice(string Name, string? Show, string Count, bool On);

    [Inject]
    private IRolloutService Service { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    [SupplyParameterFromQuery(Name = "endpoint")]
    private string? Endpoint { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override void Project()
    {
        var all = RolloutRow.All(_listed ?? [], Snapshot, Time.GetUtcNow());
        var active = all.Count(row => row.IsActive);
        _total = all.Count;
        _rows = new RolloutFilter(Show, Endpoint, Search).Of(all);
        _choices =
        [
            new("all", null, CountText.Of(all.Count), string.IsNullOrEmpty(Show)),
            new("in progress", RolloutFilter.Active, CountText.Of(active), Show == RolloutFilter.Active),
            new("finished", RolloutFilter.Finished, CountText.Of(all.Count - active), Show == RolloutFilter.Finished),
        ];
        _troubles = SourceTrouble.Of(Snapshot);
    }

    private async Task LoadAsync()
    {
        try
        {
            _listed = await Service.ListAsync(endpoint: null, Most, Disposed);
            _problem = null;
            Project();
        }
        catch (StoreException exception)
        {
            _problem = exception.Message;
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            // The viewer has left.
        }
    }

    private void SetShow(string? show) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("show", show));

    private void DropEndpoint() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("endpoint", (string?)null));

    private void SetSearch(string? text) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("q", string.IsNullOrWhiteSpace(text) ? null : text), replace: true);
}
