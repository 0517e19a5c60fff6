using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Faults;

/// <summary>A metric source between the console and the fake cloud's, which changes the challenger's answers as told.</summary>
internal sealed class ScriptedMetrics(IMetricSource real) : IMetricSource
{
    public Func<MetricAnswer, MetricAnswer> Challenger { get; set; } = answer => answer;

    public Func<MetricAnswer, MetricAnswer> Champion { get; set; } = answer => answer;

    public async Task<IReadOnlyList<MetricAnswer>> ReadAsync(IReadOnlyList<MetricRequest> requests, CancellationToken cancellationToken) =>
        [.. (await real.ReadAsync(requests, cancellationToken)).Select(answer => answer.Request.Variant == "champion" ? Champion(answer) : Challenger(answer))];
}
