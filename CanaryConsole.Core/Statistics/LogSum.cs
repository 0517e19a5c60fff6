namespace CanaryConsole.Core.Statistics;

/// <summary>Sums of numbers that are kept as natural logarithms, so that none under- or overflows.</summary>
internal static class LogSum
{
    /// <summary>ln(e^a + e^b); negative infinity stands for 0.</summary>
    public static double Add(double a, double b)
    {
        var (greater, lesser) = a >= b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(lesser) ? greater : greater + double.LogP1(Math.Exp(lesser - greater));
    }
}
