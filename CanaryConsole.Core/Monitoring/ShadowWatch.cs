using System.Collections.Concurrent;
using CanaryConsole.Core.Predictions;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Monitoring;

/// <summary>Looks at shadow stages: both arms' figures from their metrics, and now and then the captured predictions.</summary>
internal sealed class ShadowWatch(ShadowBook book, ICaptureReader captures, IOptions<MonitoringOptions> options, TimeProvider clock)
{
    /// <summary>Of each rollout's captures, at most this many pairs a reading; the newest.</summary>
    public const int MostPairs = 500;

    /// <summary>Captures are written a minute at a time, and reading them costs money.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<RolloutId, Reading> _readings = new();

    /// <summary>Compares the captured predictions of the stages for which that is due.</summary>
    public async Task ReadAsync(IReadOnlyList<(EndpointCell Cell, RolloutState State)> active, CancellationToken cancellationToken)
    {
        foreach (var gone in _readings.Keys.Except(active.Where(one => one.State.IsShadowing).Select(one => one.State.Id)))
        {
            _readings.TryRemove(gone, out _);
        }

        var at = clock.GetUtcNow();
        var due = active.Where(one => one.State.IsShadowing && one.Cell.Description?.Capture is not null
            && (_readings.GetValueOrDefault(one.State.Id) is not { } last || at - last.At >= Every));
        await Task.WhenAll(due.Select(one => ReadAsync(one.Cell, one.State, at, cancellationToken))).ConfigureAwait(false);
    }

    /// <summary>Notes what the metrics and the last reading show now.</summary>
    public void Look(IReadOnlyList<(EndpointCell Cell, RolloutState State)> active, DateTimeOffset at)
    {
        var underWay = active.Where(one => one.State is { IsShadowing: true, EvidenceSince: not null }).ToList();
        book.Keep([.. underWay.Select(one => one.State.Id)]);
        foreach (var (cell, state) in underWay)
        {
            var challenger = Windows(cell, state, ShadowStage.VariantName(state.Plan.Challenger));
            var reading = _readings.GetValueOrDefault(state.Id);
            book.Note(state.Id, new ShadowSight(
                Figures(Windows(cell, state, state.Plan.ChampionVariant)),
                Figures(challenger),
                challenger.Where(window => window.End <= at - options.Value.SettleDelay).Sum(window => window.Requests),
                reading?.Comparison,
                reading?.Problem));
        }
    }

    internal static ShadowFigures Figures(IReadOnlyList<MetricWindow> windows) => new(
        windows.Sum(window => window.Requests),
        windows.Sum(window => window.Errors),
        Median(windows.Select(window => window.LatencyP50)),
        Median(windows.Select(window => window.LatencyP99)));

    private async Task ReadAsync(EndpointCell cell, RolloutState state, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (cell.Description?.Capture is not { } capture || state is not { EvidenceSince: { } since, Plan.Shadow: { } stage })
        {
            return;
        }

        var query = new CaptureQuery(
            capture.Destination, state.Plan.Endpoint, state.Plan.ChampionVariant, ShadowStage.VariantName(state.Plan.Challenger), since, at, MostPairs);
        try
        {
            var sample = await captures.ReadAsync(query, cancellationToken).ConfigureAwait(false);
            _readings[state.Id] = new Reading(at, PredictionComparer.Compare(sample, stage.Tolerance), null);
        }
        catch (CloudException failure)
        {
            _readings[state.Id] = new Reading(at, _readings.GetValueOrDefault(state.Id)?.Comparison, failure.Message);
        }
    }

    private static List<MetricWindow> Windows(EndpointCell cell, RolloutState state, string variant) =>
        [.. cell.Metrics.Of(variant).Windows.Where(window => window.Start >= state.EvidenceSince && window.Requests > 0)];

    private static TimeSpan? Median(IEnumerable<TimeSpan?> values)
    {
        var known = values.OfType<TimeSpan>().Order().ToList();
        return known.Count > 0 ? known[(known.Count - 1) / 2] : null;
    }

    private sealed record Reading(DateTimeOffset At, PredictionComparison? Comparison, string? Problem);
}
