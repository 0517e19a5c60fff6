using CanaryConsole.Core.Registry;
using CanaryConsole.Presentation.Registry;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Components.Pages;

/// <summary>The versions of one group.</summary>
public sealed partial class RegistryGroupPage
{
    private RegistryQuery _query = RegistryQuery.Read(null, null, null, RegistryOptions.DefaultRunIdKey);

    [Parameter]
    public string Group { get; set; } = "";

    [SupplyParameterFromQuery(Name = "approval")]
    private string? Approval { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [Inject]
    private IOptions<RegistryOptions> Options { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnParametersSet() => _query = RegistryQuery.Read(Group, Approval, Search, Options.Value.RunIdKey);

    private void Filter((string Name, string? Value) part) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(part.Name, string.IsNullOrWhiteSpace(part.Value) ? null : part.Value), replace: true);
}
