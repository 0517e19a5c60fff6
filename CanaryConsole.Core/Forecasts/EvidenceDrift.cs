using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Core.Forecasts;

/// <summary>
/// What one challenger request adds to a guardrail's evidence on average, for each alternative: p ln(theta) - ln(1 + (theta - 1) r) against a limit; against the
/// champion the same over the bad requests of both arms, of which the challenger's part is held against its share.
/// </summary>
internal static class EvidenceDrift
{
    /// <summary>The slow part that stands for "beyond the champion's p99".</summary>
    public const double BeyondP99 = 0.01;

    /// <summary>A limit of nothing is judged as one in a million.</summary>
    private const double LeastLimit = 1e-6;

    /// <param name="bad">The challenger's rate of bad requests.</param>
    /// <param name="championBad">The champion's.</param>
    /// <param name="share">The challenger's, above 0 and at most 1.</param>
    /// <returns>One number per alternative; null where the guardrail gains nothing at this share.</returns>
    public static double[]? Of(GuardrailRule rule, double bad, double championBad, double share) => rule switch
    {
        GuardrailRule.ErrorRateLimit { Limit.Fraction: < 1 } limit => Each(bad, 1, Math.Max(LeastLimit, limit.Limit.Fraction)),
        GuardrailRule.LatencyLimit limit => Each(bad, 1, 1 - limit.Percentile),
        GuardrailRule.ErrorRateAgainstChampion against when share < 1 => Compared(against.Ratio, bad, championBad, share),
        GuardrailRule.LatencyAgainstChampion against when share < 1 => Compared(against.Ratio, bad, championBad, share),
        _ => null,
    };

    private static double[] Compared(double margin, double bad, double championBad, double share) =>
        Each(bad, bad + (championBad * (1 - share) / share), margin * share / ((margin * share) + 1 - share));

    private static double[] Each(double hits, double trials, double nullRate)
    {
        var drifts = new double[OddsAlternatives.Count];
        for (var i = 0; i < drifts.Length; i++)
        {
            var ratio = OddsAlternatives.Ratios[i];
            drifts[i] = (hits * Math.Log(ratio)) - (trials * LogSum.OnePlus((ratio - 1) * nullRate));
        }

        return drifts;
    }
}
