using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Monitoring;

/// <summary>Reads what is new of the endpoints' metrics, all in one batch.</summary>
internal sealed class MetricReader(IMetricSource source, SourceTracker sources, IOptions<MonitoringOptions> options, TimeProvider clock)
{
    /// <summary>Ten-second data can be read for three hours.</summary>
    private static readonly TimeSpan Readable = TimeSpan.FromHours(3);

    /// <param name="arrived">Told of each endpoint as soon as all its variants are answered; the slower ones do not hold it up.</param>
    public async Task ReadAsync(
        IReadOnlyList<(EndpointCell Cell, RolloutState? Rollout)> due, Action<EndpointCell>? arrived, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var asked = due
            .SelectMany(one => (one.Cell.Description is { } described ? described.Variants.Concat(described.ShadowVariants) : []).Select(variant => (one.Cell, Request: Request(one.Cell, variant.Name, one.Rollout, at))))
            .ToDictionary(one => (one.Cell.Name, one.Request.Variant));
        if (asked.Count == 0)
        {
            return;
        }

        var missing = asked.Values.GroupBy(one => one.Cell).ToDictionary(cell => cell.Key, cell => cell.Count());
        try
        {
            List<MetricRequest> requests = [.. asked.Values.Select(one => one.Request)];
            await foreach (var part in source.ReadInPartsAsync(requests, cancellationToken).ConfigureAwait(false))
            {
                foreach (var answer in part)
                {
                    asked.Remove((answer.Request.Endpoint, answer.Request.Variant), out var one);
                    one.Cell.Metrics.Merge(answer, at, at - Readable);
                    if (--missing[one.Cell] == 0)
                    {
                        one.Cell.Metrics.Forget(at - Readable);
                        arrived?.Invoke(one.Cell);
                    }
                }
            }

            sources.Succeeded(SourceTracker.Metrics);
        }
        catch (CloudException failure)
        {
            sources.Failed(SourceTracker.Metrics, failure.Message);
            foreach (var (cell, request) in asked.Values)
            {
                cell.Metrics.Fail(request.Variant, failure.Message, at);
            }
        }
    }

    private MetricRequest Request(EndpointCell cell, string variant, RolloutState? rollout, DateTimeOffset at)
    {
        var period = cell.Description?.MetricPeriod ?? TimeSpan.FromMinutes(1);
        var history = at - options.Value.History;
        var evidence = rollout?.LastSharedSince ?? rollout?.EvidenceSince ?? history;
        var earliest = Later(evidence < history ? evidence : history, at - Readable);
        return new MetricRequest(
            cell.Name,
            variant,
            Align(cell.Metrics.NextFrom(variant, earliest), period),
            Align(at, period) + period,
            period,
            rollout?.Plan.LatencyLimit);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Align(DateTimeOffset time, TimeSpan period) => new(time.UtcTicks - (time.UtcTicks % period.Ticks), TimeSpan.Zero);
}
