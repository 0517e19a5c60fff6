using MathNet.Numerics;

namespace CanaryConsole.Core.Statistics;

/// <summary>Whether requests were split as they should have been, looked at once.</summary>
/// <param name="P">The probability of a split at least as far off.</param>
/// <param name="ChiSquare">Pearson's statistic; null where the exact test was made instead.</param>
public readonly record struct SampleRatioResult(double P, double? ChiSquare);

/// <summary>
/// The test for a sample ratio mismatch: counts of arms against the shares that were set. Pearson's chi-square with k - 1 degrees of freedom; for two arms of
/// which one should have less than 2 % or fewer than 10 requests, the exact binomial test instead (twice the smaller tail, as in the interval of Clopper and
/// Pearson). For one look; <see cref="SequentialSampleRatio"/> for many. Source: Fabijan et al., Diagnosing Sample Ratio Mismatch, KDD 2019.
/// </summary>
public static class SampleRatioTest
{
    private const double ExactShare = 0.02;
    private const double ExactCount = 10;

    /// <param name="counts">Requests by arm, each at least 0, together at least 1.</param>
    /// <param name="shares">As many, at least 2, each above 0, together 1.</param>
    /// <exception cref="ArgumentException">A value is outside its bounds.</exception>
    public static SampleRatioResult Test(ReadOnlySpan<long> counts, ReadOnlySpan<double> shares)
    {
        Shares.Check(shares);
        var total = Shares.Total(counts, shares);
        if (total == 0)
        {
            throw new ArgumentException("counts are all 0; a split is of at least 1 request.", nameof(counts));
        }

        var lesser = counts.Length == 2 && shares[1] < shares[0] ? 1 : 0;
        if (counts.Length == 2 && (shares[lesser] < ExactShare || shares[lesser] * total < ExactCount))
        {
            var (count, share) = (counts[lesser], shares[lesser]);
            var atMost = count == total ? 1 : BinomialTail.Below(count + 1, total, share);
            return new SampleRatioResult(Math.Min(1, 2 * Math.Min(atMost, BinomialTail.AtLeast(count, total, share))), null);
        }

        double statistic = 0;
        for (var arm = 0; arm < counts.Length; arm++)
        {
            var expected = shares[arm] * total;
            statistic += (counts[arm] - expected) * (counts[arm] - expected) / expected;
        }

        return new SampleRatioResult(statistic == 0 ? 1 : SpecialFunctions.GammaUpperRegularized((counts.Length - 1) / 2.0, statistic / 2), statistic);
    }
}
