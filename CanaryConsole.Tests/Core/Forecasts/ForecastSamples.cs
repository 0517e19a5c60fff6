using CanaryConsole.Core;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Forecasts;

/// <summary>Outlines and traffic with only what a test is about.</summary>
internal static class ForecastSamples
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    public static Guardrail ErrorLimit(double percent = 1) =>
        new($"Error rate below {percent} %", new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(percent)), true, 1, 2, 3) { Test = GuardTest.Sequential };

    public static Guardrail AgainstChampion(double ratio = 1) =>
        new("Error rate against champion", new GuardrailRule.ErrorRateAgainstChampion(ratio), true, 1, 2, 3) { Test = GuardTest.Sequential };

    public static Guardrail P99(double limitMs = 100) =>
        new($"p99 below {limitMs} ms", new GuardrailRule.LatencyLimit(0.99, TimeSpan.FromMilliseconds(limitMs)), true, 1, 2, 3) { Test = GuardTest.Sequential };

    public static PlanOutline Outline(params Guardrail[] guardrails) => new(
        "media-ranker",
        null,
        [
            new RolloutStep(Percentage.FromPercent(5), TimeSpan.FromMinutes(10)),
            new RolloutStep(Percentage.FromPercent(25), TimeSpan.FromMinutes(10)),
            new RolloutStep(Percentage.FromPercent(50), TimeSpan.FromMinutes(10)),
        ],
        TimeSpan.FromMinutes(30),
        guardrails.Length > 0 ? guardrails : [AgainstChampion(), ErrorLimit(), P99()],
        Percentage.FromPercent(1),
        AutoRollback: true);

    /// <summary>An hour of the champion's, all windows alike.</summary>
    public static TrafficPicture Traffic(double perSecond = 100, double errorRate = 0.001, double p99 = 60, double lateSeconds = 0, int windows = 60) => new(
        perSecond,
        [
            .. Enumerable.Range(0, windows).Select(index => new MetricWindow(
                Start - TimeSpan.FromMinutes(windows - index), TimeSpan.FromMinutes(1), (long)(perSecond * 60), (long)Math.Round(perSecond * 60 * errorRate),
                TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(p99), null)),
        ],
        TimeSpan.FromMinutes(1),
        TimeSpan.FromSeconds(lateSeconds));
}
