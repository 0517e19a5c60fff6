namespace CanaryConsole.Core.Monitoring;

/// <summary>What one variant did in one period. A period without requests has no latency; a value that was not delivered is null, never 0.</summary>
/// <param name="Start">Inclusive; aligned to the period.</param>
/// <param name="Period">Length; the end is exclusive.</param>
/// <param name="Requests">Invocations counted.</param>
/// <param name="Errors">Invocations that failed: the greater of 5xx answers and model errors, which overlap.</param>
/// <param name="SlowRequests">Invocations slower than the latency limit asked for, or null where none was asked or it was not delivered.</param>
public sealed record MetricWindow(
    DateTimeOffset Start,
    TimeSpan Period,
    long Requests,
    long Errors,
    TimeSpan? LatencyP50,
    TimeSpan? LatencyP90,
    TimeSpan? LatencyP99,
    long? SlowRequests)
{
    public DateTimeOffset End => Start + Period;
}
