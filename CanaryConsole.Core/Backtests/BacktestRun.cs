using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Backtests;

/// <summary>What a run was asked for, checked.</summary>
internal sealed record BacktestTask(PlanOutline Outline, string Champion, int Days, int Replays, int FromStep, int Seed);

/// <summary>One run from its first metric to its result.</summary>
internal sealed class BacktestRun(HistoryReader history, PastRollouts past, TimeSpan lateness, TimeProvider clock)
{
    private const int LeastWindows = 10;
    private const int MostPast = 20;

    /// <param name="publish">Told of every step forward.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<Backtest> RunAsync(Backtest begun, BacktestTask task, Action<Backtest> publish, CancellationToken cancellationToken)
    {
        var now = begun;
        try
        {
            var to = HistoryReader.Align(clock.GetUtcNow() - lateness);
            var windows = await history.ReadAsync(task.Outline, task.Champion, to - TimeSpan.FromDays(task.Days), to, () => publish(now = now with { Done = now.Done + 1 }), cancellationToken).ConfigureAwait(false);
            if (windows.Count < LeastWindows)
            {
                return now with { Phase = BacktestPhase.Failed, Problem = $"{task.Champion} on {task.Outline.Endpoint} has {windows.Count} minutes with requests in the last {task.Days} days; a backtest needs at least {LeastWindows}." };
            }

            var replays = new Replays(task.Outline, windows, lateness, task.Replays, task.FromStep, task.Seed);
            publish(now = now with { Phase = BacktestPhase.Replaying, Done = 0, Total = replays.Total });
            var past = await PastAsync(task, to, cancellationToken).ConfigureAwait(false);
            var healthy = replays.Healthy(Forward, cancellationToken);
            var worsenings = replays.Worsenings.Select(worsening => replays.Worse(worsening, Forward, cancellationToken)).ToList();
            return now with
            {
                Phase = BacktestPhase.Done,
                Result = new BacktestResult(
                    windows[0].Start,
                    windows[^1].End,
                    windows.Count,
                    windows.Sum(window => window.Requests),
                    replays.Starts,
                    healthy.FalseAlarms,
                    healthy.Low,
                    healthy.High,
                    healthy.Fired,
                    worsenings,
                    past,
                    BacktestRemarks.Of(task, windows, replays.Starts)),
            };
        }
        catch (Exception failure) when (failure is CloudException or StoreException)
        {
            return now with { Phase = BacktestPhase.Failed, Problem = failure.Message };
        }

        void Forward() => publish(now = now with { Done = now.Done + 1 });
    }

    private Task<IReadOnlyList<PastRolloutReplay>> PastAsync(BacktestTask task, DateTimeOffset to, CancellationToken cancellationToken) =>
        past.ReplayAsync(task.Outline, to - TimeSpan.FromDays(task.Days), MostPast, cancellationToken);
}
