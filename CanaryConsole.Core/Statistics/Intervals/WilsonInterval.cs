namespace CanaryConsole.Core.Statistics;

/// <summary>The Wilson score interval of a proportion (E. B. Wilson, JASA 22:209, 1927): sound at small counts and at 0.</summary>
public static class WilsonInterval
{
    private const double Z95 = 1.959963984540054;

    /// <summary>The two-sided 95 % interval of <paramref name="hits"/> out of <paramref name="trials"/>.</summary>
    /// <param name="hits">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its bounds.</exception>
    public static (Percentage Low, Percentage High) At95(long hits, long trials)
    {
        var interval = Ends(new BinomialSample(hits, trials), Z95);
        return (Percentage.FromFraction(interval.Low), Percentage.FromFraction(interval.High));
    }

    /// <summary>The two-sided interval of the rate of <paramref name="sample"/>, within 0 and 1.</summary>
    /// <param name="level">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside its bounds, or the sample is the default one without trials.</exception>
    public static Interval Of(BinomialSample sample, double level)
    {
        Counts.CheckFilled(sample);
        return Ends(sample, Level.TwoSidedZ(level));
    }

    private static Interval Ends(BinomialSample sample, double z)
    {
        var rate = sample.Rate;
        var spread = z * z / sample.Trials;
        var centre = (rate + (spread / 2)) / (1 + spread);
        var half = z / (1 + spread) * Math.Sqrt((rate * (1 - rate) / sample.Trials) + (spread / (4 * sample.Trials)));
        return new Interval(Math.Clamp(centre - half, 0, rate), Math.Clamp(centre + half, rate, 1));
    }
}
