using System.Collections.Concurrent;

namespace CanaryConsole.Core.Monitoring;

/// <summary>Remembers since when each thing the monitor depends on answers or does not.</summary>
internal sealed class SourceTracker(TimeProvider clock)
{
    public const string Endpoints = "SageMaker";
    public const string Metrics = "CloudWatch";
    public const string Signals = "CloudWatch metrics and alarms of guardrails";
    public const string Store = "Event store";
    public const string Monitor = "Monitor";
    public const string GatewayMetrics = "Gateway metrics";

    private readonly ConcurrentDictionary<string, SourceHealth> _sources = new(StringComparer.Ordinal);

    public IReadOnlyList<SourceHealth> All => [.. _sources.Values.OrderBy(source => source.Name, StringComparer.Ordinal)];

    public void Succeeded(string source) => _sources[source] = new SourceHealth(source, clock.GetUtcNow(), null, null);

    public void Failed(string source, string problem) => _sources.AddOrUpdate(
        source,
        name => new SourceHealth(name, null, clock.GetUtcNow(), problem),
        (_, before) => before with { FailingSince = before.FailingSince ?? clock.GetUtcNow(), Problem = problem });
}
