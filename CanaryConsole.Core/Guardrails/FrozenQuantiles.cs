namespace CanaryConsole.Core.Guardrails;

/// <summary>
/// The champion's latency before the challenger had traffic, fixed once: what both arms' requests are held against afterwards. Any number serves as a threshold
/// as long as it is fixed beforehand, so that these are averages over windows costs nothing but a little power.
/// </summary>
/// <param name="P50">Weighted over the windows by their requests; above zero.</param>
/// <param name="P90">At least <paramref name="P50"/>.</param>
/// <param name="P99">At least <paramref name="P90"/>.</param>
/// <param name="Requests">What they rest on; above 0.</param>
/// <param name="From">Start of the first window counted.</param>
/// <param name="To">End of the last.</param>
public sealed record FrozenQuantiles(TimeSpan P50, TimeSpan P90, TimeSpan P99, long Requests, DateTimeOffset From, DateTimeOffset To);
