using MathNet.Numerics;

namespace CanaryConsole.Core.Statistics;

/// <summary>
/// The parts of the beta function that cancel when its parameters are large, computed so that nothing is lost: ln(x^a y^b / B(a, b)) is taken apart into
/// deviances and errors of Stirling's formula. Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
/// </summary>
internal static class BetaKernel
{
    private const double LogRootTwoPi = 0.918938533204672742;

    /// <summary>ln(x^a y^b / B(a, b)).</summary>
    /// <param name="a">Above 0, as <paramref name="b"/>.</param>
    /// <param name="y">1 - <paramref name="x"/>, both above 0; given apart, because the smaller one may be lost in 1 minus the other.</param>
    public static double Log(double a, double b, double x, double y)
    {
        var n = a + b;
        return (0.5 * Math.Log(a / n * b)) - LogRootTwoPi - Deviance(a, n * x) - Deviance(b, n * y) + StirlingError(n) - StirlingError(a) - StirlingError(b);
    }

    /// <summary>ln B(a, b).</summary>
    public static double LogBeta(double a, double b)
    {
        var n = a + b;
        return (a * Math.Log(a / n)) + (b * Math.Log(b / n)) - Log(a, b, a / n, b / n);
    }

    /// <summary>x ln(x / m) + m - x, without loss where the two are close.</summary>
    public static double Deviance(double x, double m)
    {
        if (Math.Abs(x - m) >= 0.1 * (x + m))
        {
            return (x * Math.Log(x / m)) + m - x;
        }

        // With v = (x - m) / (x + m): x ln((1 + v) / (1 - v)) as a series in v, less x - m.
        var v = (x - m) / (x + m);
        var sum = (x - m) * v;
        var term = 2 * x * v;
        for (var k = 3; k < 100; k += 2)
        {
            term *= v * v;
            var next = sum + (term / k);
            if (next == sum)
            {
                break;
            }

            sum = next;
        }

        return sum;
    }

    /// <summary>ln Gamma(z) less its first approximation (z - 1/2) ln z - z + ln(2 pi)/2.</summary>
    public static double StirlingError(double z)
    {
        if (z < 16)
        {
            return SpecialFunctions.GammaLn(z) - (((z - 0.5) * Math.Log(z)) - z + LogRootTwoPi);
        }

        var inverse = 1 / (z * z);
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - (inverse / 1188)) * inverse)) * inverse)) * inverse)) / z;
    }
}
