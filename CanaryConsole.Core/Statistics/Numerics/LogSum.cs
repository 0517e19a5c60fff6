namespace CanaryConsole.Core.Statistics;

/// <summary>Sums of numbers that are kept as natural logarithms, so that none under- or overflows. Negative infinity stands for 0.</summary>
internal static class LogSum
{
    // e^-40 is below half of the last digit of 1.
    private const double Negligible = -40;

    /// <summary>ln(e^a + e^b).</summary>
    public static double Add(double a, double b)
    {
        var (greater, lesser) = a >= b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(lesser) || lesser - greater < Negligible ? greater : greater + OnePlus(Math.Exp(lesser - greater));
    }

    /// <summary>ln of the mean of e^x.</summary>
    /// <param name="logarithms">At least one; none NaN or positive infinity.</param>
    public static double Mean(ReadOnlySpan<double> logarithms)
    {
        var greatest = double.NegativeInfinity;
        foreach (var one in logarithms)
        {
            greatest = Math.Max(greatest, one);
        }

        if (double.IsNegativeInfinity(greatest))
        {
            return greatest;
        }

        var sum = 0.0;
        foreach (var one in logarithms)
        {
            sum += Math.Exp(one - greatest);
        }

        return greatest + Math.Log(sum / logarithms.Length);
    }

    /// <summary>
    /// ln(1 + x) to the last digits, for tiny x too, where .NET's LogP1 takes the logarithm of a sum that has lost them: the rounding of 1 + x is divided out
    /// again (D. Goldberg, ACM Computing Surveys 23:5, 1991, theorem 4).
    /// </summary>
    /// <param name="x">Above -1.</param>
    public static double OnePlus(double x)
    {
        var sum = 1 + x;
        var kept = sum - 1;
        return kept == 0 ? x : double.IsPositiveInfinity(sum) ? sum : Math.Log(sum) * (x / kept);
    }
}
