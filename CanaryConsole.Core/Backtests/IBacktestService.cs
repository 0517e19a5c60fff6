using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Backtests;

/// <summary>Replays guardrails over an endpoint's past. Runs and their results are kept in memory, the latest of them.</summary>
public interface IBacktestService
{
    /// <summary>Begins a run and returns at once; refused when something is wrong with the request, or when as many run as may.</summary>
    Task<BacktestStart> StartAsync(BacktestRequest request, CancellationToken cancellationToken);

    /// <summary>Null when there is none of that name, or no longer.</summary>
    Backtest? Find(string id);

    /// <summary>The run as it goes on, up to its end; empty when there is none of that name.</summary>
    IAsyncEnumerable<Backtest> WatchAsync(string id, CancellationToken cancellationToken);

    /// <summary>Stops a run; one that is over stays as it is.</summary>
    /// <returns>False when there is none of that name.</returns>
    bool Cancel(string id);
}

/// <summary>The answer to a request for a backtest.</summary>
public abstract record BacktestStart
{
    private BacktestStart()
    {
    }

    public sealed record Accepted(Backtest Backtest) : BacktestStart;

    public sealed record Refused(RefusalKind Kind, string? Field, string Reason) : BacktestStart;
}
