using System.Runtime.CompilerServices;

namespace CanaryConsole.Core.Statistics;

/// <summary>What counts must be before anything is computed from them.</summary>
internal static class Counts
{
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more are bad than there are.</exception>
    public static void Check(long bad, long requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        ArgumentOutOfRangeException.ThrowIfNegative(bad);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bad, requests);
    }

    /// <exception cref="ArgumentOutOfRangeException">The sample is the default value, which has no trials.</exception>
    public static void CheckFilled(BinomialSample sample, [CallerArgumentExpression(nameof(sample))] string? name = null)
    {
        if (sample.Trials < 1)
        {
            throw new ArgumentOutOfRangeException(name, sample.Trials, $"{name} is empty; a sample has at least 1 trial.");
        }
    }
}
