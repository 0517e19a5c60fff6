using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Guardrails;

/// <summary>Windows and views with only what a test is about.</summary>
internal static class GuardrailSamples
{
    public static readonly DateTimeOffset Since = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    public static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    public static readonly Guardrail ErrorRate = new("errors", new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(1)), true, 500, 2, 3);

    public static readonly Guardrail Latency = new("p99", new GuardrailRule.LatencyLimit(0.99, TimeSpan.FromMilliseconds(100)), true, 500, 2, 3);

    public static readonly Guardrail Comparison = new("against champion", new GuardrailRule.ErrorRateAgainstChampion(1), true, 500, 2, 3);

    /// <summary>Windows from <see cref="Since"/> on, one after the other.</summary>
    public static List<MetricWindow> Series(int count, long requests, long errors = 0, long? slow = 0, double p99 = 60, int startAt = 0) =>
        [.. Enumerable.Range(startAt, count).Select(index => new MetricWindow(
            Since + (Period * index), Period, requests, errors,
            TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(p99), slow))];

    /// <summary>A look just after the newest challenger window, everything settled unless told otherwise.</summary>
    public static GuardrailView View(
        IReadOnlyList<MetricWindow> challenger, IReadOnlyList<MetricWindow>? champion = null, DateTimeOffset? at = null, TimeSpan? settleDelay = null, string? problem = null)
    {
        var now = at ?? (challenger.Count > 0 ? challenger[^1].End : Since);
        return new GuardrailView(now, Since, challenger, champion ?? [], false, now - (settleDelay ?? TimeSpan.Zero), TimeSpan.FromMinutes(3), problem);
    }
}
