using System.Runtime.Intrinsics;

namespace CanaryConsole.Core.Statistics;

/// <summary>The alternatives of the guards: odds of a bad request that are 1.5 to 100 times those of the null, each as likely as the other.</summary>
public static class OddsAlternatives
{
    /// <summary>How many there are.</summary>
    public const int Count = 7;

    // Two vectors of four; the last number fills the second, and nothing is ever worth 1 times the odds. Arrays: a span over constants is made anew with every
    // use before the code around it has been optimized.
    private const int Lanes = 8;
    private static readonly double[] Odds = [1.5, 2, 3, 5, 10, 30, 100, 1];
    private static readonly double[] LogOdds = Array.ConvertAll(Odds, Math.Log);

    /// <summary>The odds ratios, ascending.</summary>
    public static ReadOnlySpan<double> Ratios => Odds.AsSpan(0, Count);

    /// <summary>
    /// ln of the Bernoulli likelihood ratio of each alternative: K ln(theta) - n ln(1 + (theta - 1) r). Its exponential has an expectation of at most 1 for
    /// every rate up to r, because every theta is above 1.
    /// </summary>
    /// <param name="bad">K, 0 to <paramref name="requests"/>.</param>
    /// <param name="requests">n, at least 0.</param>
    /// <param name="nullRate">r, above 0 and below 1.</param>
    /// <param name="factors">Receives <see cref="Count"/> values.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or NaN.</exception>
    public static void LogFactors(long bad, long requests, double nullRate, Span<double> factors)
    {
        Counts.Check(bad, requests);
        Rates.Check(nullRate);
        LogFactors((double)bad, requests, nullRate, factors);
    }

    /// <summary>As the public one, for counts that have been checked.</summary>
    internal static void LogFactors(double bad, double requests, double nullRate, Span<double> factors)
    {
        Span<double> lanes = stackalloc double[Lanes];
        for (var i = 0; i < Lanes; i += Vector256<double>.Count)
        {
            var odds = Vector256.Create<double>(Odds.AsSpan(i));
            var costs = Wide.LogOnePlus((odds - Vector256<double>.One) * nullRate);
            ((Vector256.Create<double>(LogOdds.AsSpan(i)) * bad) - (costs * requests)).CopyTo(lanes[i..]);
        }

        lanes[..Count].CopyTo(factors);
    }
}
