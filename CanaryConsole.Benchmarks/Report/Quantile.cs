namespace CanaryConsole.Benchmarks.Report;

internal static class Quantile
{
    /// <summary>By nearest rank: always a value that was measured, never better than it.</summary>
    public static double Of(IReadOnlyCollection<double> values, double part)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
