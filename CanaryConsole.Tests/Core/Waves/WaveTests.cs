using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Waves;

namespace CanaryConsole.Tests.Core.Waves;

public sealed class WaveTests : IDisposable
{
    private readonly WaveBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Wave_WithWaitAndGate_GoesStageByStageToItsEnd()
    {
        var id = await _bench.StartAsync();
        await _bench.LookAsync();

        var state = await _bench.StateAsync(id);
        Assert.Equal((WavePhase.Running, 0), (state.Phase, state.Stage));
        Assert.Equal([WaveMemberStatus.Running, WaveMemberStatus.Ahead, WaveMemberStatus.Ahead], state.Members.Select(member => member.Status));

        var waiting = await _bench.UntilAsync(id, WavePhase.Waiting);
        Assert.Equal(1, waiting.Stage);
        Assert.Equal(TimeSpan.FromMinutes(10), waiting.WaitUntil!.Value - waiting.PhaseSince);

        var gate = await _bench.UntilAsync(id, WavePhase.AtGate);
        Assert.True(gate.PhaseSince >= waiting.WaitUntil.Value);
        await _bench.TickAsync();
        Assert.Empty(await _bench.Rollouts.ListAsync("prod-a", 10, CancellationToken.None));

        await _bench.Waves.ApproveAsync(id, "dev looks well", "ben", CancellationToken.None);
        var done = await _bench.UntilAsync(id, WavePhase.Completed);

        Assert.All(done.Members, member => Assert.Equal(WaveMemberStatus.Completed, member.Status));
        Assert.Equal(done.PhaseSince, done.FinishedAt);
        var rollout = Assert.Single(await _bench.Rollouts.ListAsync("prod-b", 10, CancellationToken.None));
        Assert.Equal((id.Value, new WaveReference(id, 1, 1), RolloutPhase.Completed), (rollout.StartedBy, rollout.Plan.Wave, rollout.Phase));
        Assert.Contains("waveStageApproved", _bench.Store.TypesOf($"wave/{id}"));
        Assert.Empty(await _bench.Store.ListClaimsAsync("wave-active/", CancellationToken.None));
    }

    [Fact]
    public async Task Wave_RolloutCancelled_HaltsWithTheReasonAndStartsNothingMore()
    {
        var id = await _bench.StartAsync();
        await _bench.LookAsync();
        await _bench.Rollouts.CancelAsync((await _bench.StateAsync(id)).Members[0].Rollout!.Value, "wrong model", "ben", CancellationToken.None);

        var halted = await _bench.UntilAsync(id, WavePhase.Halted);

        Assert.Equal($"dev did not complete: rollout {halted.Members[0].Rollout} is Cancelled: wrong model", halted.Reason);
        await _bench.TickAsync();
        Assert.Equal(WavePhase.Halted, (await _bench.StateAsync(id)).Phase);
    }

    [Fact]
    public async Task Halted_Resumed_TriesAgainWhatFailed()
    {
        var id = await HaltedAsync();

        await _bench.Waves.ResumeAsync(id, leaveOut: false, "again", "ben", CancellationToken.None);
        await _bench.UntilAsync(id, WavePhase.Waiting);

        var member = (await _bench.StateAsync(id)).Members[0];
        Assert.Equal((WaveMemberStatus.Completed, 2), (member.Status, member.Attempt));
        Assert.Equal(2, (await _bench.Rollouts.ListAsync("dev", 10, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Halted_ResumedLeavingOut_GoesOnWithoutIt()
    {
        var id = await HaltedAsync();

        await _bench.Waves.ResumeAsync(id, leaveOut: true, null, "ben", CancellationToken.None);
        await _bench.LookAsync();

        var state = await _bench.StateAsync(id);
        Assert.Equal((WavePhase.Waiting, WaveMemberStatus.LeftOut), (state.Phase, state.Members[0].Status));
    }

    [Fact]
    public async Task Wave_StartIsRefused_HaltsWithTheRefusal()
    {
        var first = (await _bench.Rollouts.StartAsync(WaveBench.Request().Plan! with { Endpoint = "dev", SoakMinutes = 60 }, "ben", CancellationToken.None)) as CommandResult.Accepted;
        var id = await _bench.StartAsync();
        await _bench.LookAsync();

        var state = await _bench.StateAsync(id);

        Assert.Equal(WavePhase.Halted, state.Phase);
        Assert.Contains($"held by rollout {first!.State.Id}", state.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wave_CloudDoesNotAnswer_IsTriedAgain()
    {
        var id = await _bench.StartAsync();
        _bench.Fleet["dev"].Fail["Describe"] = new CloudException(CloudFailure.Throttled, "Too many requests.");

        await _bench.LookAsync();

        Assert.Equal(WaveMemberStatus.Running, (await _bench.StateAsync(id)).Members[0].Status);
        Assert.Single(await _bench.Rollouts.ListAsync("dev", 10, CancellationToken.None));
    }

    [Fact]
    public async Task Wave_CrashBetweenStartAndRecord_KnowsItsOwnRolloutAgain()
    {
        var id = await _bench.StartAsync();
        _bench.Store.FailAppendsOf = "waveRolloutBegun";
        await Assert.ThrowsAsync<CanaryConsole.Core.Storage.StoreException>(_bench.LookAsync);
        _bench.Store.FailAppendsOf = null;
        Assert.Equal(WaveMemberStatus.Starting, (await _bench.StateAsync(id)).Members[0].Status);

        using var restarted = new WaveBench(_bench);
        await restarted.LookAsync();

        var member = (await restarted.StateAsync(id)).Members[0];
        var rollout = Assert.Single(await restarted.Rollouts.ListAsync("dev", 10, CancellationToken.None));
        Assert.Equal((WaveMemberStatus.Running, rollout.Id), (member.Status, member.Rollout!.Value));
    }

    [Fact]
    public async Task Wave_Stopped_LeavesItsRolloutsAndStartsNoMore()
    {
        var id = await _bench.StartAsync();
        await _bench.LookAsync();

        await _bench.Waves.StopAsync(id, "enough", "ben", CancellationToken.None);
        await _bench.TickAsync();

        var state = await _bench.StateAsync(id);
        Assert.Equal((WavePhase.Stopped, "enough"), (state.Phase, state.Reason));
        Assert.False((await _bench.Rollouts.ListAsync("dev", 1, CancellationToken.None))[0].IsFinished && (await _bench.Rollouts.ListAsync("dev", 1, CancellationToken.None))[0].Phase is RolloutPhase.Cancelled);
        Assert.Equal(
            new WaveResult.Refused(RefusalKind.Conflict, null, $"Wave {id} cannot go on while Stopped: it is not halted."),
            await _bench.Waves.ResumeAsync(id, false, null, "ben", CancellationToken.None));
    }

    public static TheoryData<WaveRequest, RefusalKind, string, string> Wrong => new()
    {
        { Request() with { Name = " " }, RefusalKind.Invalid, "name", "name must be 1 to 80 characters." },
        { Request() with { Plan = null }, RefusalKind.Invalid, "plan", "plan is missing; give a plan, or the name of a template." },
        { Request() with { Plan = Request().Plan! with { Endpoint = "dev" } }, RefusalKind.Invalid, "plan.endpoint", "plan.endpoint is given; leave it out, the stages name the endpoints." },
        { Request() with { Plan = Request().Plan! with { SoakMinutes = -1 } }, RefusalKind.Invalid, "plan.soakMinutes", "plan.soakMinutes is -1; it must be between 0 and 10080." },
        { Request() with { Template = "nope" }, RefusalKind.NotFound, "template", "template is \"nope\"; there is no such template." },
        { Request() with { Stages = [] }, RefusalKind.Invalid, "stages", "stages has 0 entries; a wave has 1 to 20." },
        { Request() with { Stages = [new WaveStageRequest { Endpoints = [] }] }, RefusalKind.Invalid, "stages[0].endpoints", "stages[0].endpoints has 0 entries; a stage has 1 to 50." },
        { Request() with { Stages = [new WaveStageRequest { Endpoints = ["dev"] }, new WaveStageRequest { Endpoints = ["prod-a", "dev"] }] }, RefusalKind.Invalid, "stages[1].endpoints[1]", "stages[1].endpoints[1] is \"dev\", which stands in this wave already; each endpoint is rolled out once." },
        { Request() with { Stages = [new WaveStageRequest { Endpoints = ["nope"] }] }, RefusalKind.NotFound, "stages[0].endpoints[0]", "stages[0].endpoints[0] is \"nope\"; there is no such endpoint in the console's account and region." },
        { Request() with { Stages = [new WaveStageRequest { Endpoints = ["dev"], WaitMinutes = double.NaN }] }, RefusalKind.Invalid, "stages[0].waitMinutes", "stages[0].waitMinutes is NaN; it must be between 0 and 10080." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Start_OneFieldWrong_SaysWhichAndRecordsNothing(WaveRequest request, RefusalKind kind, string field, string reason)
    {
        Assert.Equal(new WaveResult.Refused(kind, field, reason), await _bench.Waves.StartAsync(request, "ann", CancellationToken.None));
        Assert.Empty(await _bench.Waves.ListAsync(10, CancellationToken.None));
    }

    [Fact]
    public async Task Commands_OfAWaveThatIsNot_AreNotFound() =>
        Assert.Equal(
            new WaveResult.Refused(RefusalKind.NotFound, "waveId", "There is no wave \"nope\"."),
            await _bench.Waves.ApproveAsync(new WaveId("nope"), null, "ben", CancellationToken.None));

    private static WaveRequest Request() => WaveBench.Request();

    private async Task<WaveId> HaltedAsync()
    {
        var id = await _bench.StartAsync();
        await _bench.LookAsync();
        await _bench.Rollouts.CancelAsync((await _bench.StateAsync(id)).Members[0].Rollout!.Value, "wrong model", "ben", CancellationToken.None);
        await _bench.UntilAsync(id, WavePhase.Halted);
        return id;
    }
}
