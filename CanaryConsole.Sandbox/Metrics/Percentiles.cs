namespace CanaryConsole.Sandbox.Metrics;

/// <summary>Ranks in a distribution that is not empty.</summary>
internal static class Percentiles
{
    /// <summary>The smallest value with at least the given share of the samples at or below it.</summary>
    public static double At(Distribution values, double share) => values.ValueAt((long)Math.Ceiling(share * values.Count));

    /// <summary>How many samples lie between two bounds, and their sum: the lower bound is exclusive, the upper inclusive.</summary>
    public static (double Count, double Sum) Between(Distribution values, TrimBound? lower, TrimBound? upper)
    {
        var (fromRank, toRank) = (Rank(lower, 0), Rank(upper, values.Count));
        var (fromValue, toValue) = (Bound(lower, double.NegativeInfinity), Bound(upper, double.PositiveInfinity));
        var (count, sum, seen) = (0.0, 0.0, 0L);
        foreach (var (value, size) in values.Ascending())
        {
            var kept = Math.Max(0, Math.Min(seen + size, toRank) - Math.Max(seen, fromRank));
            seen += size;
            if (value > fromValue && value <= toValue)
            {
                count += kept;
                sum += kept * value;
            }
        }

        return (count, sum);

        double Rank(TrimBound? bound, double open) => bound is { IsPercent: true } ? bound.Value / 100 * values.Count : open;

        static double Bound(TrimBound? bound, double open) => bound is { IsPercent: false } ? bound.Value : open;
    }

    /// <summary>The mean when what lies outside the bounds is taken to lie on them.</summary>
    public static double Winsorized(Distribution values, TrimBound? lower, TrimBound? upper)
    {
        var smallest = Edge(lower, double.NegativeInfinity);
        var largest = Edge(upper, double.PositiveInfinity);
        return values.Ascending().Sum(bucket => Math.Min(Math.Max(bucket.Value, smallest), largest) * bucket.Count) / values.Count;

        double Edge(TrimBound? bound, double open) => bound switch
        {
            null => open,
            { IsPercent: true } => At(values, bound.Value / 100),
            _ => bound.Value,
        };
    }
}
