namespace CanaryConsole.Core.Statistics;

/// <summary>The exact distribution of the Mann-Whitney U while both samples come from one distribution and nothing is tied.</summary>
internal static class RankSumDistribution
{
    /// <summary>
    /// P(U = u) for u of 0 to n m. The greatest of all is one of the first sample with probability n / (n + m) and then adds m: only positive numbers are added,
    /// so nothing is lost. Source: H. B. Mann and D. R. Whitney, Ann. Math. Stat. 18:50, 1947. Takes n m (n m + 1) steps.
    /// </summary>
    public static double[] Probabilities(int n, int m)
    {
        var rows = Enumerable.Range(0, m + 1).Select(_ => new double[(n * m) + 1]).ToArray();
        foreach (var row in rows)
        {
            row[0] = 1;
        }

        for (var i = 1; i <= n; i++)
        {
            for (var j = 1; j <= m; j++)
            {
                var ofFirst = (double)i / (i + j);
                var row = rows[j];
                var shorter = rows[j - 1];
                for (var u = i * j; u >= 0; u--)
                {
                    row[u] = ((1 - ofFirst) * shorter[u]) + (u >= j ? ofFirst * row[u - j] : 0);
                }
            }
        }

        return rows[m];
    }
}
