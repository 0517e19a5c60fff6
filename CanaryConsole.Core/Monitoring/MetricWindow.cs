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

    /// <summary>4xx answers; null where not asked for or not delivered.</summary>
    public long? ClientErrors { get; init; }

    /// <summary>5xx answers; null where not delivered.</summary>
    public long? ServerErrors { get; init; }

    /// <summary>Model errors; null where not delivered.</summary>
    public long? ModelErrors { get; init; }

    /// <summary>Invocations slower than each threshold asked for, ascending; null where none was asked for or none was delivered.</summary>
    public IReadOnlyList<SlowCount>? SlowCounts { get; init; }

    /// <summary>Invocations slower than one of the thresholds asked for, 0 to the window's requests; null where that was not asked for or not delivered.</summary>
    public long? SlowerThan(TimeSpan threshold) => SlowCounts?.FirstOrDefault(count => count.Threshold == threshold) is { } slow ? Math.Min(slow.Requests, Requests) : null;
}

/// <param name="Requests">Invocations slower than the threshold, 0 or more.</param>
public sealed record SlowCount(TimeSpan Threshold, long Requests);
