using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Fleet;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Pages;

public sealed partial class Fleet
{
    private FleetFace _face;
    private FleetView _view = FleetView.Of(MonitorSnapshot.Empty, FleetQuery.Parse(null), null);
    private FleetQuery _query = FleetQuery.Parse(null);
    private FleetGroup? _group;
    private IReadOnlyList<SourceTrouble> _troubles = [];

    private enum FleetFace
    {
        Loading,
        Failed,
        Empty,
        Rows,
    }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    [Inject]
    private IEnvironmentDirectory Directory { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void Project()
    {
        _group = FleetGroups.FromSlug(Show);
        _query = FleetQuery.Parse(Search);
        _troubles = SourceTrouble.Of(Snapshot);
        _view = FleetView.Of(Snapshot, _query, _group, Directory);
        _face = Snapshot.Endpoints.Count > 0 ? FleetFace.Rows
            : _troubles.Count > 0 ? FleetFace.Failed
            : Snapshot.FirstTickDone ? FleetFace.Empty
            : FleetFace.Loading;
    }

    private void SetSearch(string? text) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("q", string.IsNullOrWhiteSpace(text) ? null : text), replace: true);

    private void Choose(FleetGroup? group) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("show", group?.Slug()));
}
