using CanaryConsole.Core.Guardrails;
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
            .SelectMany(one => Fleets(one.Cell, one.Rollout).Select(fleet => (one.Cell, Request: Request(one.Cell, fleet.Variant, fleet.Config, one.Rollout, at))))
            .ToDictionary(one => (one.Cell.Name, one.Request.Key));
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
                    asked.Remove((answer.Request.Endpoint, answer.Request.Key), out var one);
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
                cell.Metrics.Fail(request.Key, failure.Message, at);
            }
        }
    }

    /// <summary>The variants, and while a guardrail deployment exchanges one fleet for the next, each of the two on its own.</summary>
    private static IEnumerable<(string Variant, string? Config)> Fleets(EndpointCell cell, RolloutState? rollout) =>
        (cell.Description is { } described ? described.Variants.Concat(described.ShadowVariants) : []).Select(variant => (variant.Name, (string?)null))
            .Concat(ManagedAssessing.Fleets(rollout).Select(config => (rollout!.Plan.Challenger.VariantName, (string?)config)));

    private MetricRequest Request(EndpointCell cell, string variant, string? config, RolloutState? rollout, DateTimeOffset at)
    {
        var key = FleetKey.Of(variant, config);
        var period = cell.Description?.MetricPeriod ?? TimeSpan.FromMinutes(1);
        var history = at - options.Value.History;
        var evidence = ManagedAssessing.EvidenceFrom(rollout) ?? rollout?.GuardedSince - ChampionForm.Span ?? rollout?.EvidenceSince ?? history;
        var earliest = Later(evidence < history ? evidence : history, at - Readable);
        return new MetricRequest(
            cell.Name,
            variant,
            Align(cell.Metrics.NextFrom(key, earliest), period),
            Align(at, period) + period,
            period,
            MetricNeeds.Limit(rollout))
        {
            ConfigName = config,
            Thresholds = MetricNeeds.Thresholds(rollout),
            ClientErrors = MetricNeeds.ClientErrors(rollout),
        };
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Align(DateTimeOffset time, TimeSpan period) => new(time.UtcTicks - (time.UtcTicks % period.Ticks), TimeSpan.Zero);
}
