namespace CanaryConsole.Core.Statistics;

/// <summary>A percentile of a sample.</summary>
/// <param name="Value">By nearest rank.</param>
/// <param name="Low">Lower end of its interval; null where there are not enough values for one.</param>
/// <param name="High">Upper end; null where there are not enough values: below 368 for a p99 at 95 %.</param>
public readonly record struct PercentileEstimate(double Value, double? Low, double? High);

/// <summary>
/// Distribution-free intervals of a percentile by order statistics: how many of n values lie below the true percentile is binomial, so two of the sorted values
/// enclose it with at least the level's probability, if there are enough of them. For one look at independent values. Source: H. A. David and H. N. Nagaraja,
/// Order Statistics, 2003, section 7.1.
/// </summary>
public static class PercentileInterval
{
    /// <summary>The ranks that enclose the percentile, 1 to <paramref name="count"/>, each null where there are not enough values for it.</summary>
    /// <param name="count">n, at least 1.</param>
    /// <param name="quantile">Above 0 and below 1: 0.99 for p99.</param>
    /// <param name="level">Of both sides together, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or NaN.</exception>
    public static (long? Low, long? High) Ranks(long count, double quantile, double level)
    {
        Check(count, quantile, level);
        var low = BinomialTail.Quantile(count, quantile, (1 - level) / 2);
        return (low >= 1 ? low : null, Upper(count, quantile, (1 + level) / 2));
    }

    /// <summary>The rank that the percentile does not exceed with at least that level; null where there are not enough values: below 299 for a p99 at 95 %.</summary>
    /// <inheritdoc cref="Ranks"/>
    /// <param name="level">Of this one side, above 0 and below 1.</param>
    public static long? UpperRank(long count, double quantile, double level)
    {
        Check(count, quantile, level);
        return Upper(count, quantile, level);
    }

    /// <summary>The percentile of a sample and its two-sided interval.</summary>
    /// <param name="sorted">Ascending, at least 1 value, all finite.</param>
    /// <inheritdoc cref="Ranks"/>
    /// <exception cref="ArgumentException">The sample is empty, not sorted, or holds NaN or an infinite number, or a value is outside its bounds.</exception>
    public static PercentileEstimate Of(ReadOnlySpan<double> sorted, double quantile, double level)
    {
        Finite.CheckSample(sorted);
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] < sorted[i - 1])
            {
                throw new ArgumentException($"sorted[{i}] is less than the value before it; the sample is ascending.", nameof(sorted));
            }
        }

        var (low, high) = Ranks(sorted.Length, quantile, level);
        var nearest = Math.Clamp((int)Math.Ceiling(quantile * sorted.Length), 1, sorted.Length);
        return new PercentileEstimate(sorted[nearest - 1], low is { } l ? sorted[(int)l - 1] : null, high is { } h ? sorted[(int)h - 1] : null);
    }

    private static long? Upper(long count, double quantile, double part)
    {
        var rank = BinomialTail.Quantile(count, quantile, part) + 1;
        return rank <= count ? rank : null;
    }

    private static void Check(long count, double quantile, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (quantile is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(quantile), quantile, "A quantile is above 0 and below 1, as 0.99 for p99.");
        }

        Level.Check(level);
    }
}
