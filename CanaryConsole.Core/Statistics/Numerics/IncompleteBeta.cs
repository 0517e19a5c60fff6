namespace CanaryConsole.Core.Statistics;

/// <summary>
/// The regularised incomplete beta function I_x(a, b), behind the tails of the binomial, beta and t distributions. MathNet.Numerics has it too, but loses up to
/// 4e-8 of it once a parameter reaches ten million, because it subtracts logarithms of gamma functions and stops its fraction early; requests are counted in
/// millions. Source of the continued fraction: A. DiDonato and A. Morris, ACM Transactions on Mathematical Software 18:360, 1992; evaluated by Lentz's method.
/// </summary>
internal static class IncompleteBeta
{
    // The fraction needs a few times the square root of the greater parameter.
    private const int MaximumSteps = 1_000_000;
    private const double Tiny = 1e-300;

    /// <param name="a">Above 0, as <paramref name="b"/>.</param>
    /// <param name="x">0 to 1.</param>
    /// <param name="y">1 - <paramref name="x"/>, given apart, because the smaller one may be lost in 1 minus the other.</param>
    public static double Regularized(double a, double b, double x, double y)
    {
        if (x <= 0 || y <= 0)
        {
            return x <= 0 ? 0 : 1;
        }

        // The fraction is for what lies below the mean.
        return Distance(a, b, x, y) >= 0 ? Lower(a, b, x, y) : 1 - Lower(b, a, y, x);
    }

    /// <summary>a - (a + b) x, from the smaller of the two parts, which does not cancel.</summary>
    private static double Distance(double a, double b, double x, double y) => a > b ? ((a + b) * y) - b : a - ((a + b) * x);

    private static double Lower(double a, double b, double x, double y)
    {
        var distance = Distance(a, b, x, y);
        var fraction = a / (a + 1) * (distance + 1);
        var c = fraction;
        double d = 0;
        for (var n = 1; n < MaximumSteps; n++)
        {
            var middle = a + (2.0 * n) - 1;
            var numerator = (a + n - 1) / middle * ((a + b + n - 1) / middle) * n * (b - n) * x * x;
            var denominator = n + (n * (b - n) * x / middle) + ((a + n) / (middle + 2) * (distance + 1 + (n * (1 + y))));
            d = 1 / Safe(denominator + (numerator * d));
            c = Safe(denominator + (numerator / c));
            var change = d * c;
            fraction *= change;
            if (Math.Abs(change - 1) < 3e-16)
            {
                break;
            }
        }

        return Math.Exp(BetaKernel.Log(a, b, x, y)) / fraction;
    }

    private static double Safe(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
