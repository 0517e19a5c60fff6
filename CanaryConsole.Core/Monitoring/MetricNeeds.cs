using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Monitoring;

/// <summary>What must be counted at the source for a rollout's guardrails, and nothing that none of them reads: every query costs money. Pure.</summary>
internal static class MetricNeeds
{
    /// <summary>What one request may ask for.</summary>
    public const int MostThresholds = 6;

    /// <summary>Requests, two kinds of errors, three percentiles.</summary>
    private const int AlwaysRead = 6;

    /// <summary>The champion's p50, p90 and p99.</summary>
    private const int FrozenBounds = 3;

    public static bool ClientErrors(RolloutState? rollout) => Rules(rollout).Any(CountsClientErrors);

    /// <summary>The latency limit where there is one; several are each a threshold, so that none is taken for another.</summary>
    public static TimeSpan? Limit(RolloutState? rollout) => Limits(rollout) is [var only] ? only : null;

    /// <summary>Ascending and each once: the champion's frozen quantiles where a guardrail compares with them, and every latency limit where there are several.</summary>
    public static IReadOnlyList<TimeSpan> Thresholds(RolloutState? rollout) =>
        [.. Frozen(rollout).Concat(Limits(rollout) is { Count: > 1 } limits ? limits : []).Distinct().Take(MostThresholds).Order()];

    /// <summary>As <see cref="Thresholds"/>, for a source that knows no single limit beside them.</summary>
    public static IReadOnlyList<TimeSpan> AllThresholds(RolloutState rollout) => [.. Frozen(rollout).Concat(Limits(rollout)).Distinct().Take(MostThresholds).Order()];

    public static bool ComparesLatency(RolloutState? rollout) => Rules(rollout).Any(rule => rule is GuardrailRule.LatencyAgainstChampion);

    /// <summary>
    /// How many series one look at one variant reads: requests, two kinds of errors and three percentiles; where latency is counted, a count for each bound and the maximum; 4xx answers where they count.
    /// </summary>
    public static int Series(IReadOnlyList<Guardrail> guardrails)
    {
        var rules = guardrails.Select(guardrail => guardrail.Rule).ToList();
        var limits = rules.OfType<GuardrailRule.LatencyLimit>().Select(rule => rule.Limit).Distinct().Count();
        var frozen = rules.Any(rule => rule is GuardrailRule.LatencyAgainstChampion) ? FrozenBounds : 0;
        var bounds = limits == 1 ? 1 + frozen : Math.Min(MostThresholds, limits + frozen);
        return AlwaysRead + bounds + (bounds > 0 ? 1 : 0) + (rules.Any(CountsClientErrors) ? 1 : 0);
    }

    private static bool CountsClientErrors(GuardrailRule rule) => rule switch
    {
        GuardrailRule.ErrorRateLimit limit => ErrorCounting.NeedsClientErrors(limit.Counted),
        GuardrailRule.ErrorRateAgainstChampion comparison => ErrorCounting.NeedsClientErrors(comparison.Counted),
        _ => false,
    };

    private static List<TimeSpan> Frozen(RolloutState? rollout) =>
        ComparesLatency(rollout) && rollout?.ChampionQuantiles is { } quantiles ? [quantiles.P50, quantiles.P90, quantiles.P99] : [];

    private static List<TimeSpan> Limits(RolloutState? rollout) => [.. Rules(rollout).OfType<GuardrailRule.LatencyLimit>().Select(rule => rule.Limit).Distinct()];

    private static IEnumerable<GuardrailRule> Rules(RolloutState? rollout) => rollout?.Plan.Guardrails.Select(guardrail => guardrail.Rule) ?? [];
}
