using MathNet.Numerics.Distributions;

namespace CanaryConsole.Core.Statistics;

/// <summary>What a confidence level and an error probability must be, and the normal quantiles that belong to them.</summary>
internal static class Level
{
    /// <exception cref="ArgumentOutOfRangeException">The level is NaN or not between 0 and 1.</exception>
    public static void Check(double level)
    {
        if (level is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "The confidence level is above 0 and below 1, as in 0.95.");
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">The probability is NaN or not between 0 and 1.</exception>
    public static void CheckAlpha(double alpha)
    {
        if (alpha is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The error probability alpha is above 0 and below 1, as in 0.05.");
        }
    }

    /// <summary>The z that a standard normal exceeds in absolute value with probability 1 - <paramref name="level"/>.</summary>
    public static double TwoSidedZ(double level)
    {
        Check(level);
        return -Normal.InvCDF(0, 1, (1 - level) / 2);
    }

    /// <summary>P(|Z| &gt;= |<paramref name="z"/>|) of a standard normal, without loss in the tail.</summary>
    public static double TwoSidedP(double z) => Math.Min(1, 2 * Normal.CDF(0, 1, -Math.Abs(z)));
}
