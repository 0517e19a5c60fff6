namespace CanaryConsole.Core.Statistics;

/// <summary>How the challenger's values are shifted against the champion's, looked at once.</summary>
/// <param name="U">Pairs in which the challenger's value is the greater, ties by half; 0 to n m.</param>
/// <param name="P">Two-sided.</param>
/// <param name="IsExact">P and the interval are exact, not by the normal approximation.</param>
/// <param name="Shift">The Hodges-Lehmann estimate: the median of all differences challenger minus champion.</param>
/// <param name="Interval">Of the shift.</param>
public readonly record struct MannWhitneyResult(double U, double P, bool IsExact, double Shift, Interval Interval);

/// <summary>
/// The Mann-Whitney U test, exact while both samples are below 50 and nothing is tied, else normal with correction for ties and continuity; with the
/// Hodges-Lehmann estimate and the interval of differences that belongs to the test. For one look. P is of the hypothesis that both distributions are the same;
/// shift and interval are of one distribution moved along. Source: Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 2014, section 4.
/// </summary>
public static class MannWhitneyTest
{
    private const int ExactBelow = 50;

    /// <summary>
    /// Where all values are equal p is 1 and the interval holds only 0. Samples too small to exclude anything at the level have the interval of everything. The
    /// normal interval leaves ties uncorrected, which can only make it longer.
    /// </summary>
    /// <param name="champion">At least 1 value, as <paramref name="challenger"/>; in any order.</param>
    /// <param name="level">Of the interval, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">A sample is empty or holds NaN or an infinite number, or the level is outside its bounds.</exception>
    public static MannWhitneyResult Compare(ReadOnlySpan<double> champion, ReadOnlySpan<double> challenger, double level)
    {
        Finite.CheckSample(champion);
        Finite.CheckSample(challenger);
        var quantile = Level.TwoSidedZ(level);
        var x = Sorted(challenger);
        var y = Sorted(champion);
        var (u, variance) = RankSum.Of(x, y, 0);
        var pairs = (double)x.Length * y.Length;
        var untied = pairs / 12 * (x.Length + y.Length + 1);
        var isExact = x.Length < ExactBelow && y.Length < ExactBelow && variance == untied;
        var (p, rank) = isExact
            ? Exactly(x.Length, y.Length, (int)u, (1 - level) / 2)
            : (Normally(u - (pairs / 2), variance), (long)Math.Floor((pairs / 2) + 0.5 - (quantile * Math.Sqrt(untied))));
        var interval = rank < 1
            ? Interval.Everything
            : new Interval(PairwiseDifferences.Ranked(x, y, rank), PairwiseDifferences.Ranked(x, y, (long)pairs + 1 - rank));
        return new MannWhitneyResult(u, p, isExact, PairwiseDifferences.Median(x, y), interval);
    }

    /// <summary>p, and the greatest rank below which there is at most the tail.</summary>
    private static (double P, long Rank) Exactly(int n, int m, int u, double tail)
    {
        var probabilities = RankSumDistribution.Probabilities(n, m);
        var least = Math.Min(u, (n * m) - u);
        var p = Math.Min(1, 2 * probabilities.Take(least + 1).Sum());
        var rank = 0;
        var below = probabilities[0];

        // 1 - 0.9 is a little less than 0.1: what lies on the tail belongs to it.
        while (below <= tail * (1 + 1e-12))
        {
            rank++;
            below += probabilities[rank];
        }

        return (p, rank);
    }

    private static double Normally(double distance, double variance) =>
        variance == 0 ? 1 : Level.TwoSidedP(Math.Max(0, Math.Abs(distance) - 0.5) / Math.Sqrt(variance));

    private static double[] Sorted(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
