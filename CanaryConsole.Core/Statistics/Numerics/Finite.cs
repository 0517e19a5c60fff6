using System.Runtime.CompilerServices;

namespace CanaryConsole.Core.Statistics;

/// <summary>What measured numbers must be before anything is computed from them.</summary>
internal static class Finite
{
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static void Check(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is a finite number.");
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">The value is NaN, infinite or negative.</exception>
    public static void CheckNotNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value is not (>= 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is a finite number of at least 0.");
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">The value is NaN, infinite, negative or 0.</exception>
    public static void CheckPositive(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value is not (> 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is a finite number above 0.");
        }
    }

    /// <exception cref="ArgumentException">The sample is empty, or holds NaN or an infinite number.</exception>
    public static void CheckSample(ReadOnlySpan<double> sample, [CallerArgumentExpression(nameof(sample))] string? name = null)
    {
        if (sample.IsEmpty)
        {
            throw new ArgumentException($"{name} is empty; a sample holds at least 1 value.", name);
        }

        foreach (var value in sample)
        {
            Check(value, name);
        }
    }
}
