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
    TimeSpan? SlowerThan);

/// <summary>The answer to one <see cref="MetricRequest"/>.</summary>
/// <param name="Windows">Ascending by start; only periods in which something was counted.</param>
/// <param name="Problem">Why the answer is not whole (partial, forbidden, failed inside the source), in words; null when it is.</param>
public sealed record MetricAnswer(MetricRequest Request, IReadOnlyList<MetricWindow> Windows, string? Problem);
