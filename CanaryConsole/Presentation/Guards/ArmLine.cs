using System.Diagnostics;
using System.Globalization;
using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Presentation.Guards;

/// <summary>One side's estimate: "0.41 %", "0.12 – 1.0", "2 of 488".</summary>
public sealed record ArmLine(string Estimate, string? Interval, string? Counts)
{
    /// <summary>Nothing was measured: a dash, never a zero.</summary>
    public static ArmLine Nothing { get; } = new("–", null, null);
}

/// <summary>What each arm showed, in the words of the rule.</summary>
internal static class ArmLines
{
    /// <summary>Whether the rule looks at requests of both arms; others look at one number.</summary>
    public static bool HasArms(GuardrailRule rule) => rule is GuardrailRule.ErrorRateLimit or GuardrailRule.ErrorRateAgainstChampion or GuardrailRule.LatencyLimit
        or GuardrailRule.LatencyAgainstChampion or GuardrailRule.InvocationsMissing or GuardrailRule.TrafficSplit;

    public static ArmLine Of(GuardrailRule rule, ArmEvidence arm)
    {
        if (arm.Requests == 0)
        {
            return ArmLine.Nothing;
        }

        var counts = $"{CountText.Of(arm.Bad)} of {CountText.Of(arm.Requests)}";
        return rule switch
        {
            GuardrailRule.LatencyLimit limit => new(LatencyText.Of(arm.Latency), null, $"{counts} slower than {LatencyText.Of(limit.Limit)}{Share(arm)}"),
            GuardrailRule.LatencyAgainstChampion => new(RateText.Errors(arm.Rate), Interval(arm), $"{counts} slower than the champion's p90 of before"),
            GuardrailRule.ErrorRateLimit or GuardrailRule.ErrorRateAgainstChampion => new(RateText.Errors(arm.Rate), Interval(arm), counts),
            GuardrailRule.InvocationsMissing or GuardrailRule.TrafficSplit => new(CountText.Of(arm.Requests, "request", "requests"), null, null),
            GuardrailRule.UtilizationLimit or GuardrailRule.MetricLimit or GuardrailRule.AlarmState => new($"{counts} readings beyond", null, null),
            _ => throw new UnreachableException(),
        };
    }

    private static string? Interval(ArmEvidence arm) => arm is { Low: { } low, High: { } high } ? $"{Short(low)} – {Short(high)}" : null;

    private static string Share(ArmEvidence arm) => Interval(arm) is { } interval ? $", {RateText.Errors(arm.Rate)} ({interval})" : "";

    private static string Short(Percentage rate) => rate.Percent.ToString(rate.Percent < 1 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
