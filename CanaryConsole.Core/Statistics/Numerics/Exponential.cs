namespace CanaryConsole.Core.Statistics;

/// <summary>
/// e^x - 1 without loss where x is small, after W. Kahan: the error of e^x is divided out by its own logarithm. The framework's double.ExpM1 only subtracts 1, and
/// MathNet.Numerics' Expm1 is off by 5e-8 near 0.05.
/// </summary>
internal static class Exponential
{
    public static double MinusOne(double x)
    {
        var power = Math.Exp(x);
        return power == 1 ? x
            : power is 0 or double.PositiveInfinity || power - 1 == -1 ? power - 1
            : (power - 1) * x / Math.Log(power);
    }
}
