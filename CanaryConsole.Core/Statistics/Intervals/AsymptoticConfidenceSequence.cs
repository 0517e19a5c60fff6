using MathNet.Numerics;

namespace CanaryConsole.Core.Statistics;

/// <summary>An interval that may be looked at as often as one likes, and its p-value.</summary>
/// <param name="Interval">In the unit of the estimate.</param>
/// <param name="P">At most alpha exactly where the interval excludes 0.</param>
public readonly record struct SequentialEstimate(Interval Interval, double P);

/// <summary>
/// Asymptotic confidence sequences: intervals of a mean or a difference of means, of which all together hold the truth with probability 1 - alpha as samples
/// grow, however often one looks. With n observations of both arms and rho tuned so that the interval is tightest at a sample size, the half width is
/// se sqrt(2 (n rho^2 + 1) / (n rho^2) ln(sqrt(n rho^2 + 1) / alpha)). Asymptotic only: from some hundred observations with a finite variance, not for rare
/// errors, and not over stages of a ramp taken together. Source: Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, arXiv 2103.06476, in the form that
/// GrowthBook uses.
/// </summary>
public static class AsymptoticConfidenceSequence
{
    /// <summary>The sample size at which the interval is tightest unless another is named.</summary>
    public const double DefaultTuning = 5000;

    /// <summary>Both sides. A standard error of 0 is no evidence: the interval is everything and p is 1.</summary>
    /// <param name="estimate">A mean, or a difference of means; finite.</param>
    /// <param name="standardError">Of the estimate; finite, at least 0.</param>
    /// <param name="observations">n, of both arms together; at least 1.</param>
    /// <param name="alpha">Above 0 and below 1.</param>
    /// <param name="tuning">N*, finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or NaN.</exception>
    public static SequentialEstimate TwoSided(double estimate, double standardError, long observations, double alpha, double tuning = DefaultTuning)
    {
        Check(estimate, standardError, observations, alpha, tuning);
        if (standardError == 0)
        {
            return new SequentialEstimate(Interval.Everything, 1);
        }

        var growth = observations * RhoSquared(alpha, tuning);
        var half = standardError * Math.Sqrt(2 * (growth + 1) / growth * ((0.5 * SpecialFunctions.Log1p(growth)) - Math.Log(alpha)));
        var p = Math.Exp((0.5 * SpecialFunctions.Log1p(growth)) - Exponent(estimate, standardError, growth));
        return new SequentialEstimate(Interval.Around(estimate, half), Math.Min(1, p));
    }

    /// <summary>
    /// One side, "greater than 0": the interval is a lower bound and everything above it, with ln(1 + sqrt(n rho^2 + 1) / (2 alpha)) in place of the logarithm
    /// and rho tuned for 2 alpha. Negate the estimate for "less than 0". A standard error of 0 is no evidence, as in <see cref="TwoSided"/>.
    /// </summary>
    /// <inheritdoc cref="TwoSided"/>
    /// <param name="alpha">Above 0 and below 0.5.</param>
    public static SequentialEstimate OneSided(double estimate, double standardError, long observations, double alpha, double tuning = DefaultTuning)
    {
        Check(estimate, standardError, observations, alpha, tuning);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(alpha, 0.5);
        if (standardError == 0)
        {
            return new SequentialEstimate(Interval.Everything, 1);
        }

        var growth = observations * RhoSquared(2 * alpha, tuning);
        var root = Math.Sqrt(growth + 1);
        var half = standardError * Math.Sqrt(2 * (growth + 1) / growth * SpecialFunctions.Log1p(root / (2 * alpha)));

        // The alpha at which the bound reaches 0; an estimate that is not above 0 never gets there.
        var p = estimate > 0 ? root / (2 * Exponential.MinusOne(Exponent(estimate, standardError, growth))) : 1;
        return new SequentialEstimate(new Interval(estimate - half, double.PositiveInfinity), Math.Min(1, p));
    }

    /// <summary>rho^2 = (-2 ln alpha + ln(1 - 2 ln alpha)) / N*.</summary>
    private static double RhoSquared(double alpha, double tuning)
    {
        var bits = -2 * Math.Log(alpha);
        return (bits + SpecialFunctions.Log1p(bits)) / tuning;
    }

    private static double Exponent(double estimate, double standardError, double growth)
    {
        var z = estimate / standardError;
        return growth * z * z / (2 * (growth + 1));
    }

    private static void Check(double estimate, double standardError, long observations, double alpha, double tuning)
    {
        Finite.Check(estimate);
        Finite.CheckNotNegative(standardError);
        ArgumentOutOfRangeException.ThrowIfLessThan(observations, 1);
        Level.CheckAlpha(alpha);
        Finite.CheckPositive(tuning);
    }
}
