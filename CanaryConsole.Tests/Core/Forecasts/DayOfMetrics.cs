using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Forecasts;

/// <summary>A metric source with the windows that a test gives it.</summary>
internal sealed class DayOfMetrics : IMetricSource
{
    public List<MetricRequest> Asked { get; } = [];

    public Func<MetricRequest, MetricAnswer> Answer { get; set; } = request => new MetricAnswer(request, [], null);

    public Task<IReadOnlyList<MetricAnswer>> ReadAsync(IReadOnlyList<MetricRequest> requests, CancellationToken cancellationToken)
    {
        Asked.AddRange(requests);
        return Task.FromResult<IReadOnlyList<MetricAnswer>>([.. requests.Select(Answer)]);
    }
}
