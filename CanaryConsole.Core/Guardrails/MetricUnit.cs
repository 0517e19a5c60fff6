namespace CanaryConsole.Core.Guardrails;

/// <summary>What a number counts. Only units of one dimension can be compared.</summary>
public enum MetricUnit
{
    /// <summary>A bare number.</summary>
    None,

    Count,

    Percent,

    Microseconds,

    Milliseconds,

    Seconds,

    Bytes,

    Kilobytes,

    Megabytes,

    Gigabytes,

    CountPerSecond,

    BytesPerSecond,
}
