namespace CanaryConsole.Sandbox.Metrics;

/// <summary>One series to read: a metric, folded into periods by a statistic.</summary>
internal sealed record MetricQuery(MetricId Metric, TimeSpan Period, Statistic Statistic, string? Unit);
