namespace CanaryConsole.Core.Statistics;

/// <summary>How the challenger's mean differs from the champion's, looked at once.</summary>
/// <param name="Difference">In the unit of the values, or as a fraction of the champion's mean.</param>
/// <param name="StandardError">Of the difference, in the same unit.</param>
/// <param name="DegreesOfFreedom">By Welch and Satterthwaite, not necessarily whole.</param>
/// <param name="T">Difference in standard errors.</param>
/// <param name="P">Two-sided.</param>
/// <param name="Interval">Of the difference.</param>
public readonly record struct WelchResult(double Difference, double StandardError, double DegreesOfFreedom, double T, double P, Interval Interval);

/// <summary>
/// Welch's t-test of two means whose variances may differ. For one look at a sample size that was fixed before; from some 30 values in each arm the values need
/// not be normal. Source: B. L. Welch, Biometrika 34:28, 1947. Where no value of either arm differs from its mean there is no evidence: t is 0, p is 1 and the
/// interval is everything.
/// </summary>
public static class WelchTest
{
    /// <summary>Challenger minus champion.</summary>
    /// <param name="champion">At least 2 values, as <paramref name="challenger"/>.</param>
    /// <param name="level">Of the interval, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">An arm has fewer than 2 values, or the level is outside its bounds.</exception>
    public static WelchResult Difference(Moments champion, Moments challenger, double level)
    {
        Check(champion, challenger, level);
        return Of(challenger.Mean - champion.Mean, champion.VarianceOfMean, challenger.VarianceOfMean, champion.Count, challenger.Count, level);
    }

    /// <summary>
    /// Challenger by champion, minus 1, with the variance of the delta method: (v2/n2) / m1^2 + (v1/n1) m2^2 / m1^4. Null where the champion's mean is 0; rough
    /// where that mean is within some standard errors of 0.
    /// </summary>
    /// <inheritdoc cref="Difference"/>
    public static WelchResult? Relative(Moments champion, Moments challenger, double level)
    {
        Check(champion, challenger, level);
        if (champion.Mean == 0)
        {
            return null;
        }

        var ratio = challenger.Mean / champion.Mean;
        var square = champion.Mean * champion.Mean;
        var difference = (challenger.Mean - champion.Mean) / champion.Mean;
        return Of(difference, champion.VarianceOfMean * ratio * ratio / square, challenger.VarianceOfMean / square, champion.Count, challenger.Count, level);
    }

    private static WelchResult Of(double difference, double a, double b, long n1, long n2, double level)
    {
        if (a + b == 0)
        {
            return new WelchResult(difference, 0, n1 + n2 - 2, 0, 1, Interval.Everything);
        }

        var error = Math.Sqrt(a + b);
        var (partA, partB) = (a / (a + b), b / (a + b));
        var freedom = 1 / ((partA * partA / (n1 - 1)) + (partB * partB / (n2 - 1)));
        var interval = Interval.Around(difference, error * StudentTail.TwoSidedT(level, freedom));
        return new WelchResult(difference, error, freedom, difference / error, StudentTail.TwoSidedP(difference / error, freedom), interval);
    }

    private static void Check(Moments champion, Moments challenger, double level)
    {
        champion.CheckSpread(nameof(champion));
        challenger.CheckSpread(nameof(challenger));
        Level.Check(level);
    }
}
