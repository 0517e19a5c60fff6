namespace CanaryConsole.Core.Gateway;

/// <summary>Where the gateway's counts go for consoles that run side by side. Every failure is a <see cref="CloudException"/>; every call has its own time limit.</summary>
public interface IGatewayMetrics
{
    Task PublishAsync(IReadOnlyList<GatewaySecond> seconds, CancellationToken cancellationToken);
}

/// <summary>One variant's second.</summary>
/// <param name="Latencies">Ascending, each with how many requests took it, within 1 %; at most 150.</param>
public sealed record GatewaySecond(
    string Endpoint, string Variant, DateTimeOffset At, long Requests, long ClientErrors, long ServerErrors, long ModelErrors, IReadOnlyList<LatencyCount> Latencies);

public sealed record LatencyCount(TimeSpan Latency, long Requests);
