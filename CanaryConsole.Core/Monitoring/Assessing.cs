using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Monitoring;

/// <summary>From the windows of two variants to what the guardrails of a rollout may look at. Pure.</summary>
internal static class Assessing
{
    /// <summary>Where both arms never shared traffic, the champion's last half hour alone is what the challenger is compared with.</summary>
    private static readonly TimeSpan ChampionAlone = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LeastStaleAfter = TimeSpan.FromMinutes(3);
    private const int StalePeriods = 5;

    /// <summary>None while the current share has not been read back: evidence belongs to a share.</summary>
    public static GuardrailView? View(RolloutState state, EndpointCell cell, TimeSpan settleDelay, DateTimeOffset at)
    {
        if (!state.IsGuarded || state.EvidenceSince is not { } since)
        {
            return null;
        }

        var isDeploying = state is { Phase: RolloutPhase.Deploying, Plan.Managed: not null, Managed: not null };
        var champion = cell.Metrics.Of(state.Plan.ChampionVariant);
        var (challenger, beside, frozen) = isDeploying
            ? ManagedAssessing.Arms(state, cell, since)
            : ByWeights(state, cell.Metrics.Of(state.IsShadowing ? ShadowStage.VariantName(state.Plan.Challenger) : state.Plan.Challenger.VariantName), champion, since);
        var period = PeriodOf(cell);
        // Copies are a time of their own before the first share, and a variant that keeps its name through a deployment is another fleet before it.
        var guardedSince = state.IsShadowing || state.Plan.Managed is not null ? since : state.GuardedSince ?? since;
        return new GuardrailView(
            at,
            since,
            [.. challenger.Windows.Where(window => window.Start >= since)],
            beside,
            frozen,
            at - settleDelay,
            TimeSpan.FromTicks(Math.Max(LeastStaleAfter.Ticks, settleDelay.Ticks + (period.Ticks * StalePeriods))),
            challenger.Problem ?? (frozen ? null : champion.Problem))
        {
            GuardedSince = guardedSince,
            SetShare = state.Plan.Managed is null && !state.IsShadowing ? state.ChallengerShare : null,
            WholeChallenger = [.. challenger.Windows.Where(window => window.Start >= guardedSince)],
            WholeChampion = Beside(state, frozen, beside, champion, guardedSince),
            ChampionQuantiles = state.ChampionQuantiles,
            Signals = cell.Signals.Of(state.Id),
        };
    }

    public static TimeSpan PeriodOf(EndpointCell cell) => cell.Description?.MetricPeriod ?? TimeSpan.FromMinutes(1);

    private static (VariantHistory Challenger, IReadOnlyList<MetricWindow> Champion, bool IsFrozen) ByWeights(
        RolloutState state, VariantHistory challenger, VariantHistory champion, DateTimeOffset since) => state.ChallengerShare == Percentage.Whole
            ? (challenger, Frozen(state, champion), true)
            : (challenger, [.. champion.Windows.Where(window => window.Start >= since)], false);

    // What stands in for a champion without traffic is no window beside the challenger's.
    private static IReadOnlyList<MetricWindow> Beside(
        RolloutState state, bool frozen, IReadOnlyList<MetricWindow> beside, VariantHistory champion, DateTimeOffset guardedSince) => state.Plan.Managed is not null
            ? frozen ? [] : beside
            : [.. champion.Windows.Where(window => window.Start >= guardedSince)];

    private static List<MetricWindow> Frozen(RolloutState state, VariantHistory champion)
    {
        var until = state.IntentAt ?? state.PhaseSince;
        var from = state.LastSharedSince ?? until - ChampionAlone;
        return [.. champion.Windows.Where(window => window.Start >= from && window.End <= until)];
    }
}
