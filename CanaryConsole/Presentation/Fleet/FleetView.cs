using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Presentation.Fleet;

/// <summary>The fleet, counted, filtered and in order: what needs a look first, then by name.</summary>
/// <param name="Rows">At most <see cref="RowLimit"/>.</param>
/// <param name="Hidden">Rows beyond the limit.</param>
internal sealed record FleetView(IReadOnlyDictionary<FleetGroup, int> Counts, IReadOnlyList<FleetRow> Rows, int Hidden, int Total)
{
    public const int RowLimit = 200;

    public static FleetView Of(MonitorSnapshot snapshot, FleetQuery query, FleetGroup? group, IEnvironmentDirectory? directory = null)
    {
        var all = snapshot.Endpoints.Select(endpoint => FleetRow.Of(endpoint, snapshot) with { Environment = directory?.Of(endpoint.Description.Name)?.Name }).ToList();
        var found = all
            .Where(row => (group is null || row.Group == group) && query.Matches(row))
            .OrderBy(row => row.Group)
            .ThenBy(row => row.Name, StringComparer.Ordinal)
            .ToList();
        return new FleetView(
            FleetGroups.All.ToDictionary(one => one, one => all.Count(row => row.Group == one)),
            [.. found.Take(RowLimit)],
            Math.Max(0, found.Count - RowLimit),
            all.Count);
    }
}
