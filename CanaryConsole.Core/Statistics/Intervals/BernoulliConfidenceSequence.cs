namespace CanaryConsole.Core.Statistics;

/// <summary>
/// The interval of a rate that may be looked at as often as one likes: all rates p against which the beta mixture of likelihood ratios
/// B(a + k, b + n - k) / (B(a, b) p^k (1 - p)^(n - k)) has not reached 1/alpha. Exact at any count for requests that are hits independently with one fixed rate.
/// Source: H. Robbins, Ann. Math. Stat. 41:1397, 1970; Ville 1939.
/// </summary>
public static class BernoulliConfidenceSequence
{
    // The logarithm of the smallest rate that is looked at.
    private const double LeastLog = -700;

    // And of the greatest, at which what is left to 1 is still a number.
    private const double GreatestLog = -1e-17;

    /// <summary>The interval at this look, within 0 and 1; those of all looks hold the rate together with probability 1 - alpha, and so does what they have in common.</summary>
    /// <param name="sample">All so far, not only what is new.</param>
    /// <param name="alpha">1e-100 to 1.</param>
    /// <param name="priorHits">a, finite and above 0; the interval is tightest where rates are near a / (a + b).</param>
    /// <param name="priorMisses">b, finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or NaN.</exception>
    public static Interval Of(BinomialSample sample, double alpha, double priorHits = 0.5, double priorMisses = 0.5)
    {
        Counts.CheckFilled(sample);
        Level.CheckAlpha(alpha);
        ArgumentOutOfRangeException.ThrowIfLessThan(alpha, 1e-100);
        Finite.CheckPositive(priorHits);
        Finite.CheckPositive(priorMisses);
        var misses = sample.Trials - sample.Hits;
        return new Interval(
            Math.Exp(LeastLogRate(sample.Hits, misses, priorHits, priorMisses, alpha)),
            -Exponential.MinusOne(LeastLogRate(misses, sample.Hits, priorMisses, priorHits, alpha)));
    }

    /// <summary>ln of the lower end; negative infinity without hits. In logarithms, because an end may lie at a rate of one in a million.</summary>
    private static double LeastLogRate(long hits, long misses, double priorHits, double priorMisses, double alpha)
    {
        if (hits == 0)
        {
            return double.NegativeInfinity;
        }

        var (a, b) = (hits + priorHits, misses + priorMisses);
        var prior = BetaKernel.LogBeta(priorHits, priorMisses);
        var estimate = Math.Min(Math.Log((double)hits / (hits + misses)), GreatestLog);
        return BrentRoot.Find(log => LogMixture(log) + Math.Log(alpha), LeastLog, estimate, 0);

        double LogMixture(double log)
        {
            var (rate, rest) = (Math.Exp(log), -Exponential.MinusOne(log));
            return (priorHits * log) + (priorMisses * Math.Log(rest)) - prior - BetaKernel.Log(a, b, rate, rest);
        }
    }
}
