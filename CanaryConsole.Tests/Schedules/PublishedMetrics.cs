using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Tests.Schedules;

/// <summary>What one process can read of the users' measurements, without the arithmetic of CloudWatch's percentiles.</summary>
internal sealed class PublishedMetrics(SimulatedUsers users, Weather weather, Life life, TimeProvider cloudClock) : IMetricSource
{
    public Task<IReadOnlyList<MetricAnswer>> ReadAsync(IReadOnlyList<MetricRequest> requests, CancellationToken cancellationToken)
    {
        life.Meanwhile?.Invoke("GetMetricData");
        life.Step("before GetMetricData");
        if (weather.Strikes(Trouble.UnreachableCloud) || weather.Strikes(Trouble.ThrottledCalls) || weather.Strikes(Trouble.FailedCalls))
        {
            return Task.FromException<IReadOnlyList<MetricAnswer>>(new CloudException(CloudFailure.Throttled, "GetMetricData failed: Rate exceeded."));
        }

        IReadOnlyList<MetricAnswer> answers = [.. requests.Select(Answer)];
        life.Step("after GetMetricData");
        return Task.FromResult(answers);
    }

    private MetricAnswer Answer(MetricRequest request)
    {
        var isPartial = weather.Strikes(Trouble.PartialMetrics);
        var windows = new List<MetricWindow>();
        for (var start = SimulatedUsers.WindowOf(request.From); start < request.To; start += SimulatedUsers.Window)
        {
            if (users.Read(request.Variant, start, cloudClock.GetUtcNow(), request.SlowerThan is not null) is { } window && !(isPartial && start.Second % 20 == 0))
            {
                windows.Add(window);
            }
        }

        return new MetricAnswer(request, windows, isPartial ? "CloudWatch delivered only a part of Invocations." : null);
    }
}
