using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Monitoring;

/// <summary>Reads what is new of the endpoints' metrics, all in one batch.</summary>
internal sealed class MetricReader(IMetricSource source, SourceTracker sources, IOptions<MonitoringOptions> options, TimeProvider clock)
{
    /// <summary>Ten-second data can be read for three hours.</summary>
    private static readonly TimeSpan Readable = TimeSpan.FromHours(3);

    public async Task ReadAsync(IReadOnlyList<(EndpointCell Cell, RolloutState? Rollout)> due, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var asked = due
            .SelectMany(one => (one.Cell.Description?.Variants ?? []).Select(variant => (one.Cell, Request: Request(one.Cell, variant.Name, one.Rollout, at))))
            .ToList();
        if (asked.Count == 0)
        {
            return;
        }

        try
        {
            var answers = await source.ReadAsync([.. asked.Select(one => one.Request)], cancellationToken).ConfigureAwait(false);
            foreach (var (one, answer) in asked.Zip(answers))
            {
                one.Cell.Metrics.Merge(answer, at, at - Readable);
            }

            sources.Succeeded(SourceTracker.Metrics);
        }
        catch (CloudException failure)
        {
            sources.Failed(SourceTracker.Metrics, failure.Message);
            foreach (var (cell, request) in asked)
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
