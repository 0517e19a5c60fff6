namespace CanaryConsole.Sandbox.Metrics;

/// <summary>What one request to one variant leaves behind in the metrics.</summary>
internal readonly record struct RequestOutcome(TimeSpan ModelLatency, TimeSpan OverheadLatency, bool IsModelError);
