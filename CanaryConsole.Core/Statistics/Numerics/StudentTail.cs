namespace CanaryConsole.Core.Statistics;

/// <summary>
/// Student's t distribution. MathNet.Numerics' quantile fails or is off by 1e-7 in the tails, and its distribution by 1e-8 at many degrees of freedom; this goes
/// by <see cref="IncompleteBeta"/>.
/// </summary>
internal static class StudentTail
{
    /// <summary>P(|T| &gt;= |<paramref name="t"/>|), without loss in the tail.</summary>
    /// <param name="freedom">Degrees of freedom, above 0, not necessarily whole.</param>
    public static double TwoSidedP(double t, double freedom)
    {
        var square = t * t;
        return IncompleteBeta.Regularized(freedom / 2, 0.5, freedom / (freedom + square), square / (freedom + square));
    }

    /// <summary>The t that is exceeded in absolute value with probability 1 - <paramref name="level"/>.</summary>
    public static double TwoSidedT(double level, double freedom)
    {
        Level.Check(level);
        var high = 1.0;
        while (Distance(high) > 0)
        {
            high *= 2;
        }

        return BrentRoot.Find(Distance, 0, high, 0);

        double Distance(double t) => Math.Log(Math.Max(double.Epsilon, TwoSidedP(t, freedom)) / (1 - level));
    }
}
