using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Serving;

/// <summary>
/// Follows what the monitor sees and records a split of the traffic that no event says was seen: the first sight of an endpoint, weights by hand once
/// they are read back, changes made outside the console. It records changes only, so an endpoint at rest costs nothing.
/// </summary>
internal sealed class ServingRecorder(
    ISnapshotFeed<MonitorSnapshot> feed,
    IServingHistory history,
    EndpointLog log,
    IModelRegistry registry,
    WallClock wall,
    ILogger<ServingRecorder> logger) : BackgroundService
{
    private static readonly TimeSpan RegistryLimit = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, (IReadOnlyList<ServedVariant> Variants, DateTimeOffset At)> _lastSeen = new(StringComparer.Ordinal);

    /// <exception cref="StoreException">The events could not be read or written; the next snapshot tries again.</exception>
    internal async Task RunOnceAsync(MonitorSnapshot snapshot, CancellationToken cancellationToken)
    {
        foreach (var endpoint in snapshot.Endpoints.Where(endpoint => endpoint.Description.Status is EndpointStatus.InService))
        {
            await LookAsync(endpoint, snapshot.At, cancellationToken).ConfigureAwait(false);
        }

        foreach (var gone in _lastSeen.Keys.Where(name => snapshot.Endpoint(name) is null).ToList())
        {
            _lastSeen.Remove(gone);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var snapshot in feed.WatchAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await RunOnceAsync(snapshot, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The loop must outlive whatever goes wrong in it; what was not recorded is seen again.
                Log.NotRecorded(logger, failure);
            }
        }
    }

    /// <param name="at">Of the snapshot: what the monitor made of this sight is recorded by then.</param>
    private async Task LookAsync(EndpointSnapshot endpoint, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var name = endpoint.Description.Name;
        var seen = ServedVariants.Of(endpoint.Description);
        var before = _lastSeen.TryGetValue(name, out var last) ? last.At : (DateTimeOffset?)null;
        if (before is null || !Splits.AreSame(last.Variants, seen))
        {
            var moment = await history.AtAsync(name, at, cancellationToken).ConfigureAwait(false);
            if (moment.Pending is { Rollout: not null } pending && Splits.AreSame(pending.Variants, seen))
            {
                // Its rollout reads it back itself.
                return;
            }

            if (!Splits.AreSame(moment.Known?.Variants, seen))
            {
                await RecordAsync(endpoint, seen, IsOrdered(moment, seen) ? null : before, cancellationToken).ConfigureAwait(false);
            }
        }

        _lastSeen[name] = (seen, endpoint.DescribedAt);
    }

    private static bool IsOrdered(ServingMoment moment, IReadOnlyList<ServedVariant> seen) => Splits.AreSame(moment.Pending?.Variants, seen);

    private async Task RecordAsync(EndpointSnapshot endpoint, IReadOnlyList<ServedVariant> seen, DateTimeOffset? notBefore, CancellationToken cancellationToken)
    {
        var name = endpoint.Description.Name;
        var variants = new List<ServedVariant>(seen.Count);
        foreach (var served in seen)
        {
            variants.Add(await WithPackageAsync(served, cancellationToken).ConfigureAwait(false));
        }

        await log.AppendAsync(name, new EndpointEvent.ServingSeen(variants, notBefore), endpoint.DescribedAt, "monitor", cancellationToken).ConfigureAwait(false);
        Log.Seen(logger, name, string.Join(", ", seen.Select(served => $"{served.Variant} {served.Share}")));
    }

    /// <summary>Which package a model came from is told while the registry still knows; without an answer it is left out.</summary>
    private async Task<ServedVariant> WithPackageAsync(ServedVariant served, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(RegistryLimit, wall.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var model = served.Model is { } name ? await registry.FindModelAsync(name, either.Token).ConfigureAwait(false) : null;
            return model?.PackageArn is { } arn && await registry.FindPackageAsync(arn, either.Token).ConfigureAwait(false) is { } package
                ? served with { PackageGroup = package.Group, PackageVersion = package.Version }
                : served;
        }
        catch (Exception failure) when (failure is CloudException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return served;
        }
    }
}
