using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Monitoring;

/// <summary>From the windows of two variants to what every guardrail of a rollout says now. Pure.</summary>
internal static class Assessing
{
    /// <summary>Where both arms never shared traffic, the champion's last half hour alone is what the challenger is compared with.</summary>
    private static readonly TimeSpan ChampionAlone = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LeastStaleAfter = TimeSpan.FromMinutes(3);
    private const int StalePeriods = 5;

    /// <summary>None while the current share has not been read back: evidence belongs to a share.</summary>
    public static IReadOnlyList<GuardrailAssessment> Of(RolloutState state, EndpointCell cell, TimeSpan settleDelay, DateTimeOffset at)
    {
        if (!state.IsGuarded || state.EvidenceSince is not { } since)
        {
            return [];
        }

        var isDeploying = state is { Phase: RolloutPhase.Deploying, Plan.Managed: not null, Managed: not null };
        var champion = cell.Metrics.Of(state.Plan.ChampionVariant);
        var (challenger, beside, frozen) = isDeploying
            ? ManagedAssessing.Arms(state, cell, since)
            : ByWeights(state, cell.Metrics.Of(state.IsShadowing ? ShadowStage.VariantName(state.Plan.Challenger) : state.Plan.Challenger.VariantName), champion, since);
        var period = cell.Description?.MetricPeriod ?? TimeSpan.FromMinutes(1);
        var view = new GuardrailView(
            at,
            since,
            [.. challenger.Windows.Where(window => window.Start >= since)],
            beside,
            frozen,
            at - settleDelay,
            TimeSpan.FromTicks(Math.Max(LeastStaleAfter.Ticks, settleDelay.Ticks + (period.Ticks * StalePeriods))),
            challenger.Problem ?? (frozen ? null : champion.Problem))
        {
            ChampionQuantiles = state.ChampionQuantiles,
        };
        return [.. state.Plan.Guardrails.Select(guardrail => GuardrailJudge.Assess(guardrail, view))];
    }

    private static (VariantHistory Challenger, IReadOnlyList<MetricWindow> Champion, bool IsFrozen) ByWeights(
        RolloutState state, VariantHistory challenger, VariantHistory champion, DateTimeOffset since) => state.ChallengerShare == Percentage.Whole
            ? (challenger, Frozen(state, champion), true)
            : (challenger, [.. champion.Windows.Where(window => window.Start >= since)], false);

    private static List<MetricWindow> Frozen(RolloutState state, VariantHistory champion)
    {
        var until = state.IntentAt ?? state.PhaseSince;
        var from = state.LastSharedSince ?? until - ChampionAlone;
        return [.. champion.Windows.Where(window => window.Start >= from && window.End <= until)];
    }
}
