using System.Globalization;
using CanaryConsole.Core.Costs;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Costs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Components.Pages;

/// <summary>What the fleet costs now, what it would cost otherwise, and the prices behind it.</summary>
public sealed partial class CostsPage
{
    private CostsView? _view;
    private IReadOnlyList<SourceTrouble> _troubles = [];
    private IReadOnlyList<EndpointDescription> _endpoints = [];
    private EndpointDescription? _chosen;
    private PollingCost _idle = default!;
    private PollingCost _active = default!;
    private string _toAdd = "";

    [Inject]
    private IPriceTable Prices { get; set; } = default!;

    [Inject]
    private IOptions<MonitoringOptions> Options { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "endpoint")]
    private string? Endpoint { get; set; }

    protected override void Project()
    {
        _troubles = SourceTrouble.Of(Snapshot);
        _endpoints = [.. Snapshot.Endpoints.Select(endpoint => endpoint.Description)];
        _view = _endpoints.Count > 0 ? CostsView.Of(Snapshot, Prices, Options.Value) : null;
        _chosen = _endpoints.FirstOrDefault(endpoint => endpoint.Name == Endpoint) ?? (_endpoints.Count > 0 ? _endpoints[0] : null);
        _idle = PollingCost.Idle(1, Options.Value, Prices);
        _active = PollingCost.Usual(1, Options.Value, Prices);
        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        _toAdd = string.Join('\n', (_view?.UnknownTypes ?? []).Select(type => $"{type},,hour,{Environment.Region},{today},").Prepend("item,usd,unit,region,date,source"));
    }

    private void SearchFor(string? text) => Go("q", text);

    private void Choose(string? endpoint) => Go("endpoint", endpoint);

    private void Go(string name, string? value) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(name, string.IsNullOrEmpty(value) ? null : value), replace: true);
}
