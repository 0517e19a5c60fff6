using CanaryConsole.Core.Registry;
using CanaryConsole.Presentation.Registry;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Components.Pages;

/// <summary>The groups; with a search or a filter in the address, the versions of all groups that fit it.</summary>
public sealed partial class Registry
{
    private RegistryQuery _query = RegistryQuery.Read(null, null, null, RegistryOptions.DefaultRunIdKey);

    [SupplyParameterFromQuery(Name = "approval")]
    private string? Approval { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [Inject]
    private IOptions<RegistryOptions> Options { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnParametersSet() => _query = RegistryQuery.Read(null, Approval, Search, Options.Value.RunIdKey);

    private void Filter((string Name, string? Value) part) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(part.Name, string.IsNullOrWhiteSpace(part.Value) ? null : part.Value), replace: true);
}
