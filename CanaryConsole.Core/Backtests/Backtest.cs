namespace CanaryConsole.Core.Backtests;

/// <summary>How far a backtest is.</summary>
public enum BacktestPhase
{
    /// <summary>The endpoint's metrics are being read.</summary>
    Reading,

    /// <summary>The plan is being laid over them.</summary>
    Replaying,

    Done,

    /// <summary>It could not be carried out; the problem says why.</summary>
    Failed,

    Cancelled,
}

/// <summary>A run of a backtest. Immutable; the service publishes a new one as it goes on.</summary>
/// <param name="Done">Of the phase's work, what is done; 0 to <paramref name="Total"/>.</param>
/// <param name="Total">In days while reading, in replays while replaying.</param>
/// <param name="Problem">Why it failed; null otherwise.</param>
/// <param name="Result">Once done; null otherwise.</param>
public sealed record Backtest(
    string Id,
    string Endpoint,
    int Days,
    DateTimeOffset StartedAt,
    BacktestPhase Phase,
    int Done,
    int Total,
    DateTimeOffset? FinishedAt = null,
    string? Problem = null,
    BacktestResult? Result = null)
{
    public bool IsFinished => Phase is BacktestPhase.Done or BacktestPhase.Failed or BacktestPhase.Cancelled;
}
