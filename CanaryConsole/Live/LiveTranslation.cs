using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Live;

/// <summary>Snapshots to messages: the whole picture, or what is new since the one before. Pure.</summary>
internal static class LiveTranslation
{
    /// <summary>Of each variant's windows and each rollout's events, a whole picture has this many of the latest.</summary>
    public const int LatestKept = 60;

    public static LiveMessage Whole(MonitorSnapshot snapshot) => Between(MonitorSnapshot.Empty, snapshot);

    public static LiveMessage Between(MonitorSnapshot before, MonitorSnapshot now) => new(
        now.Sequence,
        before.Sequence,
        now.At,
        now.FirstTickDone,
        [.. now.Endpoints.Where(endpoint => !ReferenceEquals(before.Endpoint(endpoint.Description.Name), endpoint)).Select(endpoint => Show(endpoint, before.Endpoint(endpoint.Description.Name)))],
        [.. now.Endpoints.Select(endpoint => endpoint.Description.Name)],
        [.. now.Rollouts.Where(rollout => HasNews(rollout, before.Rollout(rollout.State.Id))).Select(rollout => Show(rollout, before.Rollout(rollout.State.Id)))],
        now.Sources);

    private static LiveEndpoint Show(EndpointSnapshot now, EndpointSnapshot? before) => new(
        now.Description.Name,
        now.Description.Status,
        now.DescribedAt,
        now.Description.FailureReason,
        [.. now.Description.Variants.Select(variant => new LiveVariant(
            variant.Name,
            variant.ModelName,
            variant.CurrentWeight,
            variant.DesiredWeight,
            now.Description.ShareOf(variant.Name),
            variant.CurrentInstanceCount,
            NewWindows(now.History(variant.Name), before?.History(variant.Name)),
            now.History(variant.Name)?.Problem))]);

    /// <summary>The newest windows are provisional and come again corrected, so a window counts as known only when it is equal.</summary>
    private static IReadOnlyList<MetricWindow> NewWindows(VariantHistory? now, VariantHistory? before)
    {
        if (now is null)
        {
            return [];
        }

        var known = before?.Windows.ToHashSet() ?? [];
        return [.. now.Windows.Where(window => !known.Contains(window)).TakeLast(LatestKept)];
    }

    /// <summary>A rollout under way always has: its evidence grows with every look.</summary>
    private static bool HasNews(RolloutSnapshot now, RolloutSnapshot? before) =>
        before is null || (!now.State.IsFinished && !ReferenceEquals(now, before)) || now.State.Version != before.State.Version || now.Activity != before.Activity;

    private static LiveRollout Show(RolloutSnapshot now, RolloutSnapshot? before) => new(
        now.State.Id,
        now.State.Plan.Endpoint,
        now.State.Phase,
        now.State.PhaseSince,
        now.State.Step,
        now.State.ChallengerShare,
        now.State.WeightsConfirmedAt,
        now.State.BakeEnds,
        now.State.Reason,
        now.Activity,
        now.Assessments,
        [.. now.Events.Where(recorded => recorded.Version > (before?.State.Version ?? 0)).TakeLast(LatestKept).Select(recorded => Show(recorded, now.State.Plan))]);

    private static LiveEvent Show(RecordedRolloutEvent recorded, RolloutPlan plan) =>
        new(recorded.Version, recorded.At, recorded.Actor, Journal.Sentence(recorded.Event, plan));
}
