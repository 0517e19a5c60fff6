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
}
