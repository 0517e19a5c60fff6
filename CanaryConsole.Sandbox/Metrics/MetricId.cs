namespace CanaryConsole.Sandbox.Metrics;

/// <summary>One metric as CloudWatch names it.</summary>
internal sealed record MetricId(string Namespace, string Name, DimensionSet Dimensions);
