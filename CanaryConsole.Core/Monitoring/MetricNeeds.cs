using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Monitoring;

/// <summary>What must be counted at the source for a rollout's guardrails, and nothing that none of them reads: every query costs money. Pure.</summary>
internal static class MetricNeeds
{
    /// <summary>What one request may ask for.</summary>
    public const int MostThresholds = 6;

    public static bool ClientErrors(RolloutState? rollout) => Rules(rollout).Any(rule => rule switch
    {
        GuardrailRule.ErrorRateLimit limit => ErrorCounting.NeedsClientErrors(limit.Counted),
        GuardrailRule.ErrorRateAgainstChampion comparison => ErrorCounting.NeedsClientErrors(comparison.Counted),
        _ => false,
    });

    /// <summary>Ascending and each once: the champion's frozen quantiles where a guardrail compares with them, and every latency limit where there are several.</summary>
    public static IReadOnlyList<TimeSpan> Thresholds(RolloutState? rollout)
    {
        var limits = Rules(rollout).OfType<GuardrailRule.LatencyLimit>().Select(rule => rule.Limit).Distinct().ToList();
        List<TimeSpan> frozen = ComparesLatency(rollout) && rollout?.ChampionQuantiles is { } quantiles ? [quantiles.P50, quantiles.P90, quantiles.P99] : [];
        return [.. frozen.Concat(limits.Count > 1 ? limits : []).Distinct().Take(MostThresholds).Order()];
    }

    public static bool ComparesLatency(RolloutState? rollout) => Rules(rollout).Any(rule => rule is GuardrailRule.LatencyAgainstChampion);

    private static IEnumerable<GuardrailRule> Rules(RolloutState? rollout) => rollout?.Plan.Guardrails.Select(guardrail => guardrail.Rule) ?? [];
}
