using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Traffic;

namespace CanaryConsole.Presentation.Fleet;

/// <summary>One endpoint as the fleet shows it.</summary>
/// <param name="Status">Null while it is in service, which goes without saying.</param>
/// <param name="Rollout">The rollout the state speaks of; null for none.</param>
/// <param name="CountdownTo">When the bake or soak has lasted as planned, if that is still ahead.</param>
/// <param name="Since">When what the state speaks of happened, if it is over.</param>
/// <param name="Note">More of the state, in words.</param>
public sealed record FleetRow(
    string Name,
    Badge? Status,
    string Instances,
    string Version,
    IReadOnlyList<ShareSegment> Shares,
    Badge State,
    RolloutState? Rollout,
    DateTimeOffset? CountdownTo,
    DateTimeOffset? Since,
    string? Note,
    FleetGroup Group,
    Sparkline Errors,
    Sparkline Latency,
    RecentTraffic Traffic,
    IReadOnlyList<string> Models)
{
    /// <summary>The name of its environment; null for none.</summary>
    public string? Environment { get; init; }

    /// <summary>A finished rollback is worth a look for this long; after that it is history.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    public static FleetRow Of(EndpointSnapshot endpoint, MonitorSnapshot snapshot)
    {
        var description = endpoint.Description;
        var active = snapshot.ActiveRolloutOn(description.Name);
        var last = active ?? snapshot.Rollouts.FirstOrDefault(rollout => rollout.State.Plan.Endpoint == description.Name);
        var standing = StandingOf(active, last?.State, snapshot.At);
        var traffic = EndpointTraffic.Of(endpoint);
        return new FleetRow(
            description.Name,
            description.Status is EndpointStatus.InService ? null : StatusOf(description),
            InstancesOf(description),
            VersionOf(description, active?.State),
            ShareSegment.Of(description, active?.State),
            standing.Badge,
            standing.Rollout,
            standing.CountdownTo,
            standing.Since,
            standing.Note,
            GroupOf(description, active, standing),
            traffic.Errors,
            traffic.Latency,
            traffic.Recent,
            [.. description.Variants.Select(variant => variant.ModelName)]);
    }

    private static Standing StandingOf(RolloutSnapshot? active, RolloutState? last, DateTimeOffset now)
    {
        if (active is not null)
        {
            var ends = active.State.BakeEnds;
            return new Standing(PhasePresentation.Badge(active), active.State, ends > now ? ends : null, null, active.Activity ?? active.State.Reason);
        }

        if (last is { Phase: RolloutPhase.RolledBack, FinishedAt: { } finishedAt } && now - finishedAt < Fresh)
        {
            return new Standing(PhasePresentation.Badge(last), last, null, finishedAt, last.Reason);
        }

        var none = new Badge("No rollout", Tone.Idle);
        return last is { FinishedAt: { } ended }
            ? new Standing(none, null, null, ended, $"{PhasePresentation.Name(last.Phase).ToLowerInvariant()} {ModelVersion.Short(last.Plan.Challenger.ModelName)}")
            : new Standing(none, null, null, null, null);
    }

    private static FleetGroup GroupOf(EndpointDescription description, RolloutSnapshot? active, Standing standing) =>
        EndpointStatusPresentation.NeedsPerson(description.Status)
            || (active is not null && PhasePresentation.NeedsPerson(active))
            || standing.Rollout?.Phase is RolloutPhase.RolledBack ? FleetGroup.Attention
        : active?.State.Phase is RolloutPhase.Soaking ? FleetGroup.Soaking
        : active is not null ? FleetGroup.RollingOut
        : FleetGroup.Quiet;

    private static Badge StatusOf(EndpointDescription description)
    {
        var badge = EndpointStatusPresentation.Badge(description.Status);
        return description.FailureReason is { } reason ? badge with { Tooltip = reason } : badge;
    }

    private static string InstancesOf(EndpointDescription description) => string.Join(
        ", ",
        description.Variants
            .GroupBy(variant => variant.InstanceType, StringComparer.Ordinal)
            .Select(type => $"{type.Sum(variant => variant.CurrentInstanceCount)} x {type.Key}"));

    private static string VersionOf(EndpointDescription description, RolloutState? active)
    {
        if (active is not null)
        {
            var champion = active.Plan.ChampionModel ?? description.Variant(active.Plan.ChampionVariant)?.ModelName ?? active.Plan.ChampionVariant;
            return $"{ModelVersion.Short(champion)} → {ModelVersion.Short(active.Plan.Challenger.ModelName)}";
        }

        var serving = description.Variants.Where(variant => description.ShareOf(variant.Name) > Percentage.Zero);
        return string.Join(" + ", serving.OrderByDescending(variant => variant.CurrentWeight).Select(variant => ModelVersion.Short(variant.ModelName)));
    }

    private sealed record Standing(Badge Badge, RolloutState? Rollout, DateTimeOffset? CountdownTo, DateTimeOffset? Since, string? Note);
}
