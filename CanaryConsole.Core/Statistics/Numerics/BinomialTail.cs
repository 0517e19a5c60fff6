namespace CanaryConsole.Core.Statistics;

/// <summary>Tails of the binomial distribution.</summary>
public static class BinomialTail
{
    /// <summary>
    /// P(X &gt;= <paramref name="hits"/>) for X ~ Binomial(<paramref name="trials"/>, <paramref name="probability"/>), by the regularised
    /// incomplete beta function: I_p(k, n - k + 1). 1 when nothing was hit.
    /// </summary>
    /// <param name="hits">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">At least 0.</param>
    /// <param name="probability">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds.</exception>
    public static double AtLeast(long hits, long trials, double probability)
    {
        Check(hits, trials, probability);
        return hits == 0 ? 1 : IncompleteBeta.Regularized(hits, trials - hits + 1, probability, 1 - probability);
    }

    /// <summary>P(X &lt; <paramref name="hits"/>): the other tail, exact where it is too small to be seen as 1 less the upper one. 0 when nothing was hit.</summary>
    /// <inheritdoc cref="AtLeast"/>
    public static double Below(long hits, long trials, double probability)
    {
        Check(hits, trials, probability);
        return hits == 0 ? 0 : IncompleteBeta.Regularized(trials - hits + 1, hits, 1 - probability, probability);
    }

    /// <summary>The least number of hits that is not exceeded with at least probability <paramref name="part"/>.</summary>
    /// <param name="part">Above 0 and below 1.</param>
    internal static long Quantile(long trials, double probability, double part)
    {
        var (low, high) = (0L, trials);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Below(middle + 1, trials, probability) >= part)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private static void Check(long hits, long trials, double probability)
    {
        Counts.Check(hits, trials);
        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is between 0 and 1.");
        }
    }
}
