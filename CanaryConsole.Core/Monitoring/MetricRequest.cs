namespace CanaryConsole.Core.Monitoring;

/// <summary>One variant's windows to read.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
/// <param name="SlowerThan">Also count the requests slower than this; null reads no such count.</param>
public sealed record MetricRequest(
    string Endpoint,
    string Variant,
    DateTimeOffset From,
    DateTimeOffset To,
    TimeSpan Period,
    TimeSpan? SlowerThan)
{
    /// <summary>Only the fleet that runs this endpoint configuration, told apart while a guardrail deployment runs; null reads the variant whole.</summary>
    public string? ConfigName { get; init; }

    /// <summary>Also count the requests slower than each of these, ascending, at most 6.</summary>
    public IReadOnlyList<TimeSpan> Thresholds { get; init; } = [];

    /// <summary>Also read 4xx answers.</summary>
    public bool ClientErrors { get; init; }

    /// <summary>What the windows are kept under: a fleet's stand beside the variant's.</summary>
    public string Key => FleetKey.Of(Variant, ConfigName);
}

/// <summary>The answer to one <see cref="MetricRequest"/>.</summary>
/// <param name="Windows">Ascending by start; only periods in which something was counted.</param>
/// <param name="Problem">Why the answer is not whole (partial, forbidden, failed inside the source), in words; null when it is.</param>
public sealed record MetricAnswer(MetricRequest Request, IReadOnlyList<MetricWindow> Windows, string? Problem);
