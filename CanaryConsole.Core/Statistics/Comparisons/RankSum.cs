namespace CanaryConsole.Core.Statistics;

/// <summary>
/// The rank-sum statistic of two sorted samples, the first shifted: U counts the pairs in which the first is greater, ties by half; with it goes the
/// variance of U under the null, with the correction for ties.
/// </summary>
internal static class RankSum
{
    /// <param name="first">Ascending, not empty.</param>
    /// <param name="second">Ascending, not empty.</param>
    /// <param name="shift">Subtracted from every value of the first.</param>
    /// <returns>U, 0 to n m, and the variance of U, 0 where all observations are tied.</returns>
    public static (double U, double Variance) Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double shift)
    {
        double u = 0;
        double ties = 0;
        var (i, j) = (0, 0);
        while (i < first.Length || j < second.Length)
        {
            var value = j == second.Length || (i < first.Length && first[i] - shift < second[j]) ? first[i] - shift : second[j];
            var (ofFirst, ofSecond) = (i, j);
            while (i < first.Length && first[i] - shift == value)
            {
                i++;
            }

            while (j < second.Length && second[j] == value)
            {
                j++;
            }

            double here = i - ofFirst;
            double there = j - ofSecond;
            u += here * (ofSecond + (there / 2));
            var tied = here + there;
            ties += (tied * tied * tied) - tied;
        }

        double n = first.Length;
        double m = second.Length;
        var all = n + m;
        return (u, n * m / 12 * (all + 1 - (ties / (all * (all - 1)))));
    }
}
