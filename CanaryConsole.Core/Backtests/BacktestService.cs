using System.Globalization;
using System.Runtime.CompilerServices;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Backtests;

/// <summary>Starts, keeps and stops runs. Safe for any number of threads.</summary>
internal sealed class BacktestService(
    IEndpointControl endpoints, IMetricSource source, IRolloutService rollouts, IOptions<MonitoringOptions> options, TimeProvider clock, WallClock wall, ILogger<BacktestService> logger)
    : IBacktestService, IAsyncDisposable
{
    private const int MostRunning = 2;
    private const int MostKept = 20;

    private readonly Lock _gate = new();
    private readonly List<Kept> _kept = [];
    private int _started;
    private bool _isDisposed;

    public async Task<BacktestStart> StartAsync(BacktestRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var task = await CheckAsync(request, cancellationToken).ConfigureAwait(false);
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                if (_kept.Count(kept => !kept.Feed.Current.IsFinished) >= MostRunning)
                {
                    return new BacktestStart.Refused(RefusalKind.Conflict, null, $"{MostRunning} backtests run already; wait for one, or cancel it.");
                }

                var id = string.Create(CultureInfo.InvariantCulture, $"backtest-{clock.GetUtcNow().UtcDateTime:yyyyMMdd}-{++_started}");
                var kept = new Kept(new Backtest(id, task.Outline.Endpoint, task.Days, clock.GetUtcNow(), BacktestPhase.Reading, 0, task.Days));
                _kept.Add(kept);
                kept.Running = Task.Run(() => RunAsync(kept, task), CancellationToken.None);
                Forget();
                return new BacktestStart.Accepted(kept.Feed.Current);
            }
        }
        catch (PlanProblemException problem)
        {
            return new BacktestStart.Refused(problem.Kind, problem.Field, problem.Message);
        }
        catch (CloudException failure)
        {
            return new BacktestStart.Refused(RefusalKind.Unavailable, null, failure.Message);
        }
    }

    public Backtest? Find(string id) => Keep(id)?.Feed.Current;

    public async IAsyncEnumerable<Backtest> WatchAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Keep(id) is not { } kept)
        {
            yield break;
        }

        await foreach (var backtest in kept.Feed.WatchAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return backtest;
            if (backtest.IsFinished)
            {
                yield break;
            }
        }
    }

    public bool Cancel(string id)
    {
        if (Keep(id) is not { } kept)
        {
            return false;
        }

        kept.Stop();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        List<Kept> all;
        lock (_gate)
        {
            _isDisposed = true;
            all = [.. _kept];
        }

        foreach (var kept in all)
        {
            kept.Stop();
            await kept.Running.ConfigureAwait(false);
            kept.Dispose();
        }
    }

    private async Task<BacktestTask> CheckAsync(BacktestRequest request, CancellationToken cancellationToken)
    {
        var days = RequestBounds.Within("days", request.Days, 7, 1, HistoryReader.MostDays);
        var replays = RequestBounds.Within("replays", request.Replays, 100, 10, 200);
        var outline = PlanOutline.Of(request.Plan) switch
        {
            OutlineResult.Made made => made.Outline,
            OutlineResult.Invalid invalid => throw RequestBounds.Invalid($"plan.{invalid.Field}", invalid.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (!outline.Guardrails.Any(ReplayGuards.CanReplay))
        {
            throw RequestBounds.Invalid("plan.guardrails", "plan.guardrails has none that counts requests; only error rates and latency limits can be replayed.");
        }

        var fromStep = RequestBounds.Within("fromStep", request.FromStep, 0, 0, outline.Steps.Count);
        var champion = await ChampionAsync(outline, cancellationToken).ConfigureAwait(false);
        return new BacktestTask(outline, champion, days, replays, fromStep, request.Seed ?? 1);
    }

    private async Task<string> ChampionAsync(PlanOutline outline, CancellationToken cancellationToken)
    {
        try
        {
            var endpoint = await endpoints.DescribeAsync(outline.Endpoint, cancellationToken).ConfigureAwait(false);
            return outline.ChampionVariant is { } named
                ? endpoint.Variant(named)?.Name ?? throw RequestBounds.Invalid(
                    "plan.championVariant", $"plan.championVariant is \"{named}\"; endpoint {endpoint.Name} has {string.Join(", ", endpoint.Variants.Select(variant => variant.Name))}.")
                : endpoint.Variants.MaxBy(variant => variant.CurrentWeight)?.Name
                    ?? throw RequestBounds.Invalid("plan.endpoint", $"plan.endpoint is \"{endpoint.Name}\", which has no variant whose metrics could be replayed.");
        }
        catch (CloudException missing) when (missing.Failure is CloudFailure.NotFound)
        {
            throw RequestBounds.Invalid("plan.endpoint", $"plan.endpoint is \"{outline.Endpoint}\"; there is no such endpoint.");
        }
    }

    private async Task RunAsync(Kept kept, BacktestTask task)
    {
        var begun = kept.Feed.Current;
        Backtest end;
        try
        {
            var history = new HistoryReader(source, wall);
            end = await new BacktestRun(history, new PastRollouts(rollouts, history), options.Value.SettleDelay, clock)
                .RunAsync(begun, task, kept.Feed.Publish, kept.Stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (kept.Stopping.IsCancellationRequested)
        {
            end = kept.Feed.Current with { Phase = BacktestPhase.Cancelled };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A fault of one run must not take the console with it.
            Log.BacktestFailed(logger, failure, begun.Id);
            end = kept.Feed.Current with { Phase = BacktestPhase.Failed, Problem = "The backtest stopped on an error of the console's own; its log has the details." };
        }

        kept.Feed.Publish(end with { FinishedAt = clock.GetUtcNow() });
    }

    private Kept? Keep(string id)
    {
        lock (_gate)
        {
            return _kept.FirstOrDefault(kept => string.Equals(kept.Feed.Current.Id, id, StringComparison.Ordinal));
        }
    }

    private void Forget()
    {
        while (_kept.Count > MostKept && _kept.FirstOrDefault(kept => kept.Feed.Current.IsFinished) is { } oldest)
        {
            _kept.Remove(oldest);
            oldest.Dispose();
        }
    }

    private sealed class Kept : IDisposable
    {
        private readonly CancellationTokenSource _stop = new();

        public Kept(Backtest begun)
        {
            Feed = new SnapshotFeed<Backtest>(begun);
            Stopping = _stop.Token;
        }

        public SnapshotFeed<Backtest> Feed { get; }

        public Task Running { get; set; } = Task.CompletedTask;

        public CancellationToken Stopping { get; }

        public void Stop()
        {
            if (!Feed.Current.IsFinished)
            {
                _stop.Cancel();
            }
        }

        public void Dispose() => _stop.Dispose();
    }
}
