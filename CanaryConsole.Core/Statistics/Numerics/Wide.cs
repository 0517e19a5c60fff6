using System.Runtime.Intrinsics;

namespace CanaryConsole.Core.Statistics;

/// <summary>
/// Logarithms in the framework's own vector arithmetic, four numbers at a time; those of <see cref="Math"/> are calls into the C runtime, one number each. A number outside
/// of the usual range makes a vector as slow as these.
/// </summary>
internal static class Wide
{
    /// <inheritdoc cref="LogSum.OnePlus"/>
    public static Vector256<double> LogOnePlus(Vector256<double> x)
    {
        var sum = Vector256<double>.One + x;
        var kept = sum - Vector256<double>.One;
        return Vector256.ConditionalSelect(Vector256.Equals(kept, Vector256<double>.Zero), x, Vector256.Log(sum) * (x / kept));
    }

    /// <summary>ln x.</summary>
    /// <param name="x">Above 0 and finite.</param>
    public static double Log(double x) => Vector128.Log(Vector128.CreateScalar(x)).ToScalar();
}
