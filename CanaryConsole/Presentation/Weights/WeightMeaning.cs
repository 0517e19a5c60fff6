using CanaryConsole.Core;

namespace CanaryConsole.Presentation.Weights;

/// <summary>What a change of weights will do, in sentences an operator can check against their intent.</summary>
internal static class WeightMeaning
{
    private const double NotableGrowth = 1.5;

    public static IReadOnlyList<string> Of(IReadOnlyList<WeightLine> lines) =>
    [
        .. lines.Where(line => line.IsChanged).SelectMany(Of),
        "No guardrail watches a change by hand; a rollout would be watched and sent back by itself.",
    ];

    private static IEnumerable<string> Of(WeightLine line)
    {
        if (line.After == Percentage.Zero)
        {
            yield return $"{line.Variant} ({line.Version}) gets no traffic any more; its {CountText.Of(line.Instances, "instance keeps", "instances keep")} running and costing.";
            yield break;
        }

        if (line.Before == Percentage.Zero)
        {
            yield return line.PerSecondAfter is { } rate
                ? $"{line.Variant} ({line.Version}) starts to get traffic: about {RateText.Number(rate)} requests a second."
                : $"{line.Variant} ({line.Version}) starts to get traffic.";
        }

        if (line is { PerInstanceBefore: > 0 and var before, PerInstanceAfter: { } after } && after / before >= NotableGrowth)
        {
            yield return $"Each {line.Variant} instance gets {RateText.Number(after / before)} times its load: {RateText.Number(after)} requests a second instead of {RateText.Number(before)}.";
        }
    }
}
