using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Monitoring;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Core.Gateway;

public sealed class GatewayLookTests : IDisposable
{
    private readonly MonitorBench _bench = new(more: services => services.Configure<GatewayOptions>(options => options.Endpoints = "media-*"));

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Look_ChallengerFailsAtTheGateway_IsRolledBackWithinSecondsWhileEverythingElseHangs()
    {
        var id = await BakingAsync();
        var hanging = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _bench.Cloud.Listed = hanging.Task;
        var tick = _bench.TickAsync();
        var asked = _bench.Cloud.Calls.Count(call => call is "SetWeights");

        var seconds = 0;
        while (_bench.Cloud.Endpoint.Variant("challenger-v8")!.CurrentWeight > 0 && seconds < 60)
        {
            await SecondAsync(challengerErrors: 3);
            seconds++;
        }

        Assert.False(tick.IsCompleted);
        Assert.InRange(seconds, 1, 20);
        Assert.Equal(asked + 1, _bench.Cloud.Calls.Count(call => call is "SetWeights"));
        Assert.Equal(RolloutPhase.RollingBack, _bench.State(id).Phase);
        hanging.SetResult();
        await tick;
        Assert.Equal(RolloutPhase.RolledBack, (await _bench.UntilAsync(id, RolloutPhase.RolledBack)).Phase);
    }

    [Fact]
    public async Task Look_ChallengerIsAsGoodAsTheChampion_ChangesNothingAndAsksNothing()
    {
        var id = await BakingAsync();
        var calls = _bench.Cloud.Calls.Count;

        for (var second = 0; second < 120; second++)
        {
            await SecondAsync(challengerErrors: 0);
        }

        Assert.Equal(RolloutPhase.Baking, _bench.State(id).Phase);
        Assert.Equal(calls, _bench.Cloud.Calls.Count);
    }

    [Fact]
    public async Task Look_NothingPassesTheGateway_PublishesNothing()
    {
        await BakingAsync();
        var sequence = _bench.Snapshot.Sequence;

        await _bench.Ticker.LookThroughGatewayAsync(CancellationToken.None);

        Assert.Equal(sequence, _bench.Snapshot.Sequence);
    }

    private async Task<RolloutId> BakingAsync()
    {
        var id = await _bench.StartAsync();
        await _bench.UntilAsync(id, RolloutPhase.Baking);
        await _bench.TickAsync();
        await _bench.TickAsync();
        return id;
    }

    private async Task SecondAsync(int challengerErrors)
    {
        var counts = _bench.Service<GatewayCounts>();
        for (var request = 0; request < 40; request++)
        {
            var variant = request < 10 ? "challenger-v8" : "champion";
            counts.Record("media-ranker", variant, request < challengerErrors ? InvocationStatus.ModelServerError : InvocationStatus.Answered, TimeSpan.FromMilliseconds(20), isPinned: false);
        }

        _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await _bench.Ticker.LookThroughGatewayAsync(CancellationToken.None);
    }
}
