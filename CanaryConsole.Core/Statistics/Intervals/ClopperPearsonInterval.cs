namespace CanaryConsole.Core.Statistics;

/// <summary>
/// The exact interval of a proportion: all rates at which neither tail of the binomial distribution is below half the error probability. Never holds the truth
/// less often than its level says, at small counts more often. Source: C. J. Clopper and E. S. Pearson, Biometrika 26:404, 1934.
/// </summary>
public static class ClopperPearsonInterval
{
    /// <summary>The two-sided interval of the rate of <paramref name="sample"/>, within 0 and 1.</summary>
    /// <param name="level">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside its bounds, or the sample is the default one without trials.</exception>
    public static Interval Of(BinomialSample sample, double level)
    {
        Counts.CheckFilled(sample);
        Level.Check(level);
        var tail = (1 - level) / 2;
        return new Interval(Least(sample.Hits, sample.Trials, tail), 1 - Least(sample.Trials - sample.Hits, sample.Trials, tail));
    }

    /// <summary>The rate at which that many hits or more have the probability <paramref name="tail"/>.</summary>
    private static double Least(long hits, long trials, double tail) => hits == 0
        ? 0
        : BrentRoot.Find(rate => Math.Log(Math.Max(double.Epsilon, BinomialTail.AtLeast(hits, trials, rate)) / tail), 0, (double)hits / trials, 0);
}
