namespace CanaryConsole.Core.Statistics;

/// <summary>How the challenger's proportion differs from the champion's, looked at once.</summary>
/// <param name="Difference">Challenger minus champion, -1 to 1.</param>
/// <param name="Z">Difference in pooled standard errors.</param>
/// <param name="P">Two-sided.</param>
/// <param name="Interval">Of the difference, by unpooled standard errors (Wald).</param>
public readonly record struct TwoProportionResult(double Difference, double Z, double P, Interval Interval);

/// <summary>
/// The two-proportion z-test with pooled variance: z = (p2 - p1) / sqrt(p (1 - p) (1/n1 + 1/n2)). For one look at a sample size that was fixed before, and
/// from about 10 hits and 10 misses in each arm; below that <see cref="NewcombeInterval"/> is the interval to show. Source: Fleiss, Levin and Paik,
/// Statistical Methods for Rates and Proportions, 2003, section 3.
/// </summary>
public static class TwoProportionTest
{
    /// <summary>Where all of both samples are hits, or none is, there is no variance: z is 0, p is 1 and the interval says nothing, -1 to 1.</summary>
    /// <param name="level">Of the interval, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside its bounds, or a sample is the default one without trials.</exception>
    public static TwoProportionResult Compare(BinomialSample champion, BinomialSample challenger, double level)
    {
        Counts.CheckFilled(champion);
        Counts.CheckFilled(challenger);
        var quantile = Level.TwoSidedZ(level);
        var difference = challenger.Rate - champion.Rate;
        var pooled = (double)(champion.Hits + challenger.Hits) / (champion.Trials + challenger.Trials);
        var error = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / champion.Trials) + (1.0 / challenger.Trials)));
        if (error == 0)
        {
            return new TwoProportionResult(difference, 0, 1, new Interval(-1, 1));
        }

        // Arms of only hits against only misses differ for certain but leave no variance of their own: the interval says nothing there.
        var half = quantile * Math.Sqrt(champion.VarianceOfRate + challenger.VarianceOfRate);
        var interval = half == 0 ? new Interval(-1, 1) : new Interval(Math.Max(-1, difference - half), Math.Min(1, difference + half));
        return new TwoProportionResult(difference, difference / error, Level.TwoSidedP(difference / error), interval);
    }
}
