using CanaryConsole.Core.Backtests;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Backtests;

/// <summary>A backtest that goes on as the test says.</summary>
internal sealed class FakeBacktests : IBacktestService
{
    public List<BacktestRequest> Started { get; } = [];

    public List<string> Cancelled { get; } = [];

    /// <summary>Given instead of a run.</summary>
    public BacktestStart.Refused? Refusal { get; set; }

    public SnapshotFeed<Backtest> Feed { get; } = new(new Backtest("backtest-1", "media-ranker", 7, default, BacktestPhase.Reading, 2, 7));

    public Task<BacktestStart> StartAsync(BacktestRequest request, CancellationToken cancellationToken)
    {
        Started.Add(request);
        return Task.FromResult<BacktestStart>(Refusal is { } refused ? refused : new BacktestStart.Accepted(Feed.Current));
    }

    public Backtest? Find(string id) => id == Feed.Current.Id ? Feed.Current : null;

    public IAsyncEnumerable<Backtest> WatchAsync(string id, CancellationToken cancellationToken) => Feed.WatchAsync(cancellationToken);

    public bool Cancel(string id)
    {
        Cancelled.Add(id);
        return id == Feed.Current.Id;
    }
}
