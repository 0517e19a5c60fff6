using System.Diagnostics;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Core.Guardrails;

/// <summary>What each rule counts as bad, how much it must see, and how far counts are from its limit. Pure.</summary>
internal static class RuleCounting
{
    /// <summary>A look at the comparison with the champion fails when chance alone would show this much in fewer than 1 of 1,000 looks.</summary>
    public const double ComparisonAlpha = 0.001;

    public static long RequiredRequests(Guardrail guardrail) => guardrail.Rule switch
    {
        // CloudWatch's own low-sample rule: a percentile p on fewer than 10/(1-p) samples is not enough.
        GuardrailRule.LatencyLimit rule => Math.Max(guardrail.MinimumRequests, (long)Math.Ceiling(Math.Round(10 / (1 - rule.Percentile), 6))),
        _ => guardrail.MinimumRequests,
    };

    /// <summary>Null where what the rule counts was not delivered: such a window is no evidence.</summary>
    public static long? Bad(GuardrailRule rule, MetricWindow window) => (rule switch
    {
        GuardrailRule.ErrorRateLimit limit => ErrorCounting.Of(limit.Counted, window),
        GuardrailRule.ErrorRateAgainstChampion comparison => ErrorCounting.Of(comparison.Counted, window),
        GuardrailRule.LatencyLimit latency => window.SlowerThan(latency.Limit) ?? window.SlowRequests ?? SlowAtLeast(latency, window),
        _ => throw new UnreachableException($"{rule.GetType().Name} counts no requests."),
    }) is { } bad ? Math.Min(window.Requests, bad) : null;

    /// <summary>Whether slow requests were counted in the window, and not only a percentile of them measured.</summary>
    public static bool CountsSlow(GuardrailRule.LatencyLimit rule, MetricWindow window) => (window.SlowerThan(rule.Limit) ?? window.SlowRequests) is not null;

    /// <summary>Of a limit on requests, the part of them that may be bad.</summary>
    public static double Limit(GuardrailRule rule) => rule switch
    {
        GuardrailRule.ErrorRateLimit limit => limit.Limit.Fraction,
        GuardrailRule.LatencyLimit limit => 1 - limit.Percentile,
        _ => throw new UnreachableException($"{rule.GetType().Name} has no limit on requests."),
    };

    /// <summary>Windows that do not have what the rule counts are left out.</summary>
    public static (long Requests, long Bad) Count(GuardrailRule rule, IEnumerable<MetricWindow> windows) => Count(window => Bad(rule, window), windows);

    /// <inheritdoc cref="Count(GuardrailRule, IEnumerable{MetricWindow})"/>
    public static (long Requests, long Bad) Count(BadRequests count, IEnumerable<MetricWindow> windows)
    {
        long requests = 0, bad = 0;
        foreach (var window in windows)
        {
            if (count(window) is { } counted)
            {
                (requests, bad) = (requests + window.Requests, bad + counted);
            }
        }

        return (requests, bad);
    }

    public static TimeSpan? Latency(GuardrailRule rule, MetricWindow? window) => rule is GuardrailRule.LatencyLimit latency
        ? latency.Percentile switch
        {
            >= 0.99 => window?.LatencyP99,
            >= 0.9 => window?.LatencyP90,
            _ => window?.LatencyP50,
        }
        : null;

    /// <summary>The comparison gains by every request since the share was set; a limit is held against the latest ones, so that old health hides nothing.</summary>
    public static bool PoolsWholeStep(GuardrailRule rule) => rule is GuardrailRule.ErrorRateAgainstChampion;

    public static double Strength(GuardrailRule rule, long requests, long bad, long championRequests, long championBad) => rule switch
    {
        GuardrailRule.ErrorRateLimit limit => AgainstLimit(bad, requests, limit.Limit.Fraction),
        GuardrailRule.LatencyLimit limit => AgainstLimit(bad, requests, 1 - limit.Percentile),
        GuardrailRule.ErrorRateAgainstChampion comparison => AgainstChampion(comparison.Ratio, requests, bad, championRequests, championBad),
        _ => throw new UnreachableException(),
    };

    // A percentile above the limit proves that more than (1 - p) of the window was slower; one at or below proves nothing more than that.
    private static long SlowAtLeast(GuardrailRule.LatencyLimit rule, MetricWindow window) =>
        Latency(rule, window) > rule.Limit ? (long)Math.Floor((1 - rule.Percentile) * window.Requests) + 1 : 0;

    private static double AgainstLimit(long bad, long requests, double limit)
    {
        var rate = (double)bad / requests;
        return limit > 0 ? rate / limit : bad > 0 ? double.MaxValue : 0;
    }

    /// <summary>
    /// Given all errors of both arms, the challenger's are binomial with its part of the requests (its odds tilted by the ratio) if it is no
    /// worse than allowed; the upper tail of what it has, in logarithms, against the alpha of one look.
    /// </summary>
    internal static double AgainstChampion(double ratio, long requests, long bad, long championRequests, long championBad)
    {
        if (championRequests == 0 || bad == 0)
        {
            return 0;
        }

        var share = ratio * requests / ((ratio * requests) + championRequests);
        var tail = BinomialTail.AtLeast(bad, bad + championBad, share);
        return Math.Log(Math.Max(tail, double.Epsilon)) / Math.Log(ComparisonAlpha);
    }
}
