namespace CanaryConsole.Sandbox.Metrics;

/// <summary>One series to read: a metric of one variant, folded into periods by a statistic.</summary>
internal sealed record MetricQuery(string Namespace, string Metric, string Endpoint, string Variant, TimeSpan Period, Statistic Statistic, string? Unit);
