using MathNet.Numerics;

namespace CanaryConsole.Core.Statistics;

/// <summary>Upper tail of the binomial distribution.</summary>
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
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, trials);
        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is between 0 and 1.");
        }

        return (hits, probability) switch
        {
            (0, _) => 1,
            (_, 0) => 0,
            (_, 1) => 1,
            _ => SpecialFunctions.BetaRegularized(hits, trials - hits + 1, probability),
        };
    }

    /// <summary>P(X &lt; <paramref name="hits"/>): the other tail, exact where it is too small to be seen as 1 less the upper one. 0 when nothing was hit.</summary>
    /// <inheritdoc cref="AtLeast"/>
    public static double Below(long hits, long trials, double probability) => hits == 0 ? 1 - AtLeast(hits, trials, probability) : AtLeast(trials - hits + 1, trials, 1 - probability);
}
