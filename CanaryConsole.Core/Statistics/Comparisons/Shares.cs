namespace CanaryConsole.Core.Statistics;

/// <summary>What the shares of a split must be, and the counts beside them.</summary>
internal static class Shares
{
    // Shares are often written with few digits, as thirds are.
    private const double Slack = 1e-6;

    /// <exception cref="ArgumentException">There are fewer than 2, one is not above 0, or they are not 1 together.</exception>
    public static void Check(ReadOnlySpan<double> shares)
    {
        if (shares.Length < 2)
        {
            throw new ArgumentException($"shares has {shares.Length} entries; a split has at least 2 arms.", nameof(shares));
        }

        double sum = 0;
        foreach (var share in shares)
        {
            if (share is not (> 0 and < 1))
            {
                throw new ArgumentOutOfRangeException(nameof(shares), share, "A share is above 0 and below 1.");
            }

            sum += share;
        }

        if (Math.Abs(sum - 1) > Slack)
        {
            throw new ArgumentOutOfRangeException(nameof(shares), sum, "The shares are 1 together.");
        }
    }

    /// <exception cref="ArgumentException">A count is negative, or there are not as many as shares.</exception>
    public static long Total(ReadOnlySpan<long> counts, ReadOnlySpan<double> shares)
    {
        if (counts.Length != shares.Length)
        {
            throw new ArgumentException($"counts has {counts.Length} entries and shares {shares.Length}; there is one of each for an arm.", nameof(counts));
        }

        long total = 0;
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
            total += count;
        }

        return total;
    }
}
