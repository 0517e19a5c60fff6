namespace CanaryConsole.Core.Statistics;

/// <summary>Which of two beta variables with whole parameters is the greater.</summary>
internal static class BetaRace
{
    private const double Rescale = 1e200;

    /// <summary>P(Beta(c, d) &gt; Beta(a, b)), each parameter at least 1.</summary>
    public static double SecondWins(long a, long b, long c, long d)
    {
        // The same sum after exchanging hits and misses, the variables, or both: the shortest is taken.
        var least = Math.Min(Math.Min(a, b), Math.Min(c, d));
        return least == c ? Sum(c, a, b, d)
            : least == b ? Sum(b, d, c, a)
            : least == a ? 1 - Sum(a, c, d, b)
            : 1 - Sum(d, b, a, c);
    }

    /// <summary>Sum over i &lt; terms of B(p + i, q + r) / ((r + i) B(1 + i, r) B(p, q)), each term from the one before it.</summary>
    private static double Sum(long terms, double p, double q, double r)
    {
        var log = BetaKernel.LogBeta(p, q + r) - BetaKernel.LogBeta(p, q);
        var term = 1.0;
        double sum = 0;
        for (long i = 0; i < terms; i++)
        {
            sum += term;
            term *= (p + i) / (p + i + q + r) * ((r + i) / (i + 1));
            if (sum > Rescale)
            {
                sum /= Rescale;
                term /= Rescale;
                log += Math.Log(Rescale);
            }
        }

        return Math.Min(1, Math.Exp(log + Math.Log(sum)));
    }
}
