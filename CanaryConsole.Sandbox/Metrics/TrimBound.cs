namespace CanaryConsole.Sandbox.Metrics;

/// <summary>One end of a trimmed statistic: a value, or a share of the samples in percent.</summary>
internal sealed record TrimBound(double Value, bool IsPercent);
