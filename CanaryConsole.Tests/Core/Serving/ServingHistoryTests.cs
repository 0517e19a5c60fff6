using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Serving;
using CanaryConsole.Tests.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Serving;

public sealed class ServingHistoryTests : IDisposable
{
    private readonly MonitorBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task At_BeforeTheFirstEvent_IsUnknownAndSaysWhatCameNext()
    {
        var before = _bench.Clock.GetUtcNow();
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await _bench.StartAsync();

        var moment = await AtAsync(before);

        Assert.True(moment.IsUnknown);
        Assert.Equal((ServingProof.ReadBack, "champion 100 %"), (moment.Next!.Proof, Told(moment.Next)));
    }

    [Fact]
    public async Task At_OnceARolloutIsPlanned_IsWhatTheEndpointWasSeenWith()
    {
        await _bench.StartAsync();

        var known = (await AtAsync(_bench.Clock.GetUtcNow())).Known!;

        Assert.Equal((ServingProof.ReadBack, "media-ranker-v7", "ann"), (known.Proof, Assert.Single(known.Variants).Model, known.Actor));
    }

    [Fact]
    public async Task At_BetweenOrderAndReadBack_SaysBoth()
    {
        var id = await _bench.StartAsync();
        await _bench.UntilAsync(id, RolloutPhase.Baking);

        var moment = await AtAsync(_bench.Clock.GetUtcNow());

        Assert.Equal("champion 100 %", Told(moment.Known));
        Assert.Equal((ServingProof.Ordered, "champion 75 %, challenger-v8 25 %"), (moment.Pending!.Proof, Told(moment.Pending)));

        await _bench.TickAsync();
        moment = await AtAsync(_bench.Clock.GetUtcNow());

        Assert.Equal((ServingProof.ReadBack, "champion 75 %, challenger-v8 25 %", id), (moment.Known!.Proof, Told(moment.Known), moment.Known.Rollout!.Value));
        Assert.Null(moment.Pending);
    }

    [Fact]
    public async Task Over_AWholeRollout_IsEveryChangeWithItsCause()
    {
        var from = _bench.Clock.GetUtcNow().AddSeconds(-1);
        var id = await _bench.StartAsync();
        await _bench.UntilAsync(id, RolloutPhase.Completed);

        var span = await OverAsync(from, _bench.Clock.GetUtcNow());

        Assert.Equal(
            ["ReadBack champion 100 %", "Ordered champion 75 %, challenger-v8 25 %", "ReadBack champion 75 %, challenger-v8 25 %", "Ordered challenger-v8 100 %", "ReadBack challenger-v8 100 %"],
            span.Changes.Select(change => $"{change.Proof} {Told(change)}"));
        Assert.True(span.AtStart.IsUnknown);
        Assert.False(span.IsCut);
        Assert.Equal(("Seen when a rollout was planned.", "monitor"), (span.Changes[0].Cause, span.Changes[^1].Actor));
        Assert.Equal(("media-ranker-v8", "media-ranker", 8), (span.Changes[^1].Variants[0].Model, span.Changes[^1].Variants[0].PackageGroup, span.Changes[^1].Variants[0].PackageVersion!.Value));
    }

    [Fact]
    public async Task At_WeightsByHand_AreOrderedUntilTheMonitorHasSeenThem()
    {
        await RolledOutAsync();
        _bench.Cloud.AppliesAtOnce = false;
        await _bench.Weights.SetAsync("media-ranker", new Dictionary<string, double> { ["champion"] = 0.4, ["challenger-v8"] = 0.6 }, "ben", CancellationToken.None);

        var moment = await AtAsync(_bench.Clock.GetUtcNow());

        Assert.Equal(("challenger-v8 100 %", "challenger-v8 60 %, champion 40 %"), (Told(moment.Known), Told(moment.Pending)));
        Assert.Equal(("ben", "Weights set by hand: challenger-v8 60 %, champion 40 %.", "endpoint/media-ranker"), (moment.Pending!.Actor, moment.Pending.Cause, moment.Pending.Stream));

        _bench.Cloud.Settle();
        await SeeAsync();
        moment = await AtAsync(_bench.Clock.GetUtcNow());

        Assert.Equal(("challenger-v8 60 %, champion 40 %", "monitor", null, null), (Told(moment.Known), moment.Known!.Actor, moment.Known.NotBefore, moment.Pending));
        Assert.Equal(("media-ranker-v7", "media-ranker", 7), (moment.Known.Variants[1].Model, moment.Known.Variants[1].PackageGroup, moment.Known.Variants[1].PackageVersion!.Value));
    }

    [Fact]
    public async Task At_WeightsByHandThatWereRefused_NeverStood()
    {
        await RolledOutAsync();
        _bench.Cloud.Fail["SetWeights"] = new CloudException(CloudFailure.Throttled, "Too many requests.");
        await _bench.Weights.SetAsync("media-ranker", new Dictionary<string, double> { ["champion"] = 0.4, ["challenger-v8"] = 0.6 }, "ben", CancellationToken.None);

        var moment = await AtAsync(_bench.Clock.GetUtcNow());

        Assert.Equal(("challenger-v8 100 %", null), (Told(moment.Known), moment.Pending));
    }

    [Fact]
    public async Task Recorder_ChangeFromOutside_IsKnownFromWhenItWasSeenAndNotBefore()
    {
        await RolledOutAsync();
        await SeeAsync();
        var lastSeenUnchanged = _bench.Clock.GetUtcNow();
        _bench.Clock.Advance(TimeSpan.FromMinutes(3));
        _bench.Cloud.SetOutside(0.3);
        await SeeAsync();
        await SeeAsync();

        var moment = await AtAsync(_bench.Clock.GetUtcNow());
        var during = await AtAsync(lastSeenUnchanged.AddMinutes(1));

        Assert.Equal(("champion 70 %, challenger-v8 30 %", lastSeenUnchanged), (Told(moment.Known), moment.Known!.NotBefore!.Value));
        Assert.Equal("challenger-v8 100 %", Told(during.Known));
        Assert.Equal(["servingSeen"], _bench.Store.TypesOf("endpoint/media-ranker"));
    }

    [Fact]
    public async Task Recorder_EndpointAtRest_RecordsItsFirstSightOnce()
    {
        await SeeAsync();
        await SeeAsync();
        using var again = new MonitorBench(_bench.Store, _bench.Cloud, _bench.Clock);
        await again.TickAsync();
        await again.Recorder.RunOnceAsync(again.Snapshot, CancellationToken.None);

        Assert.Equal(["servingSeen"], _bench.Store.TypesOf("endpoint/media-ranker"));
        Assert.Equal("champion 100 %", Told((await AtAsync(_bench.Clock.GetUtcNow())).Known));
    }

    [Fact]
    public async Task Recorder_DuringARollout_LeavesItsReadBacksToIt()
    {
        await SeeAsync();
        var id = await _bench.StartAsync();
        for (var tick = 0; tick < 200 && !(_bench.Snapshot.Rollout(id)?.State.IsFinished ?? false); tick++)
        {
            await SeeAsync();
        }

        Assert.Equal(RolloutPhase.Completed, _bench.State(id).Phase);
        Assert.Equal(["servingSeen"], _bench.Store.TypesOf("endpoint/media-ranker"));
    }

    [Fact]
    public async Task Recorder_StoreFails_TriesAgainWithTheNextSnapshot()
    {
        await _bench.TickAsync();
        _bench.Store.Broken = true;
        await Assert.ThrowsAsync<CanaryConsole.Core.Storage.StoreException>(() => _bench.Recorder.RunOnceAsync(_bench.Snapshot, CancellationToken.None));
        _bench.Store.Broken = false;

        await _bench.Recorder.RunOnceAsync(_bench.Snapshot, CancellationToken.None);

        Assert.Equal(["servingSeen"], _bench.Store.TypesOf("endpoint/media-ranker"));
    }

    [Fact]
    public async Task At_DaysAndRolloutsLater_StillTellsWhatStoodThen()
    {
        var first = await RolledOutAsync();
        var between = _bench.Clock.GetUtcNow();
        _bench.Clock.Advance(TimeSpan.FromDays(3));
        var second = await _bench.StartAsync(MonitorBench.Request() with { PackageVersion = 9 });
        await _bench.UntilAsync(second, RolloutPhase.Completed);

        var then = await AtAsync(between);
        var now = await AtAsync(_bench.Clock.GetUtcNow());

        Assert.Equal(("challenger-v8 100 %", first), (Told(then.Known), then.Known!.Rollout!.Value));
        Assert.Equal((ServingProof.Ordered, "challenger-v8 75 %, challenger-v9 25 %"), (then.Next!.Proof, Told(then.Next)));
        Assert.Equal(("challenger-v9 100 %", second), (Told(now.Known), now.Known!.Rollout!.Value));
        Assert.Null(now.Next);
        Assert.Equal("challenger-v8 100 %", Told((await OverAsync(between, _bench.Clock.GetUtcNow())).AtStart.Known));
    }

    [Fact]
    public async Task At_RolledBack_IsTheChampionAgain()
    {
        var id = await _bench.StartAsync();
        await _bench.UntilAsync(id, RolloutPhase.Baking);
        await _bench.Rollouts.RollBackAsync(id, "bad", "ann", CancellationToken.None);
        await _bench.UntilAsync(id, RolloutPhase.RolledBack);

        var known = (await AtAsync(_bench.Clock.GetUtcNow())).Known;

        Assert.Equal((ServingProof.ReadBack, "champion 100 %"), (known!.Proof, Told(known)));
    }

    private static string Told(ServingChange? change) => string.Join(", ", change!.Variants.Select(served => $"{served.Variant} {served.Share}"));

    private Task<ServingMoment> AtAsync(DateTimeOffset at) => _bench.Serving.AtAsync("media-ranker", at, CancellationToken.None);

    private Task<ServingSpan> OverAsync(DateTimeOffset from, DateTimeOffset to) => _bench.Serving.OverAsync("media-ranker", from, to, CancellationToken.None);

    private async Task<RolloutId> RolledOutAsync()
    {
        var id = await _bench.StartAsync(MonitorBench.Request() with { KeepChampion = true });
        await _bench.UntilAsync(id, RolloutPhase.Completed);
        return id;
    }

    private async Task SeeAsync()
    {
        await _bench.TickAsync();
        await _bench.Recorder.RunOnceAsync(_bench.Snapshot, CancellationToken.None);
    }
}
