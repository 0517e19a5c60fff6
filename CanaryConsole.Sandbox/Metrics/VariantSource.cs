namespace CanaryConsole.Sandbox.Metrics;

/// <summary>One metric of a variant.</summary>
internal sealed class VariantSource(MetricSeries series, VariantMetric metric) : IMetricSource
{
    public string Unit => MetricName.Unit(metric);

    public DateTimeOffset LastWrite => series.LastWrite;

    public void Collect(DateTimeOffset start, TimeSpan period, bool isRanked, Distribution values) => series.Collect(metric, start, period, isRanked, values);

    public (double Value, long Samples)? PercentileAt(DateTimeOffset start, TimeSpan period, double share) => series.LatencyAt(metric, start, period, share);
}
