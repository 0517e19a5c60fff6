using CanaryConsole.Core.Monitoring;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Gateway;

/// <summary>
/// Publishes the gateway's seconds every few seconds, where the settings ask for it. What waits is what the counts keep anyway, 15 minutes: a cloud that does not take it for longer loses the
/// oldest, and the page shows since when. Nothing else waits for this.
/// </summary>
internal sealed class GatewayPublishing(GatewayCounts counts, IGatewayMetrics metrics, IOptions<GatewayOptions> options, SourceTracker sources, TimeProvider clock) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>What CloudWatch takes as one metric's values.</summary>
    public const int MostLatencies = 150;

    /// <summary>Five metrics each: far from the 1,000 metrics and the 1 MB that CloudWatch takes in a call.</summary>
    public const int SecondsPerCall = 40;

    private readonly Dictionary<VariantKey, long> _next = [];

    internal async Task PublishAsync(CancellationToken cancellationToken)
    {
        var due = counts.Since(variant => _next.GetValueOrDefault(variant))
            .SelectMany(one => one.Seconds.Select(second => (one.Variant, Second: second)))
            .OrderBy(one => one.Second.Second);
        try
        {
            foreach (var part in due.Chunk(SecondsPerCall))
            {
                await PublishAsync(part, cancellationToken).ConfigureAwait(false);
                sources.Succeeded(SourceTracker.GatewayMetrics);
            }
        }
        catch (CloudException failure)
        {
            sources.Failed(SourceTracker.GatewayMetrics, failure.Message);
        }

        var kept = clock.GetUtcNow().ToUnixTimeSeconds() - VariantCounts.KeptSeconds;
        foreach (var (variant, _) in _next.Where(one => one.Value < kept).ToList())
        {
            _next.Remove(variant);
        }
    }

    /// <summary>What was refused comes again; what may have arrived does not, because nothing takes a second count back.</summary>
    private async Task PublishAsync((VariantKey Variant, ClosedSecond Second)[] part, CancellationToken cancellationToken)
    {
        var arrived = true;
        try
        {
            await metrics.PublishAsync([.. part.Select(one => Of(one.Variant, one.Second))], cancellationToken).ConfigureAwait(false);
        }
        catch (CloudException failure) when (failure.Failure is not CloudFailure.Unavailable)
        {
            arrived = false;
            throw;
        }
        finally
        {
            foreach (var (variant, second) in arrived ? part : [])
            {
                _next[variant] = second.Second + 1;
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.PublishMetrics)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            await PublishAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    private static GatewaySecond Of(VariantKey variant, ClosedSecond second) => new(
        variant.Endpoint,
        variant.Variant,
        DateTimeOffset.UnixEpoch.AddSeconds(second.Second),
        second.Tally.Requests,
        second.Tally.ClientErrors,
        second.Tally.ServerErrors,
        second.Tally.ModelErrors,
        Latencies(second.Latencies));

    /// <summary>Of neighbours that are put together the slowest speaks for all: published latencies are never better than they were.</summary>
    private static List<LatencyCount> Latencies(PackedLatencies packed)
    {
        var together = (packed.Buckets.Length + MostLatencies - 1) / MostLatencies;
        return
        [
            .. packed.Buckets.Zip(packed.Counts).Chunk(Math.Max(1, together))
                .Select(part => new LatencyCount(LatencyBuckets.Middle(part[^1].First), part.Sum(one => (long)one.Second))),
        ];
    }
}
