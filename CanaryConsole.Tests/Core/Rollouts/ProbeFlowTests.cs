using CanaryConsole.Core;
using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Hooks;
using CanaryConsole.Tests.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Rollouts;

/// <summary>Readiness, smoke tests and hooks in the engine as it runs, tick by tick.</summary>
public sealed class ProbeFlowTests
{
    private static readonly HookRequest Before = new() { Moment = HookMoment.BeforeTraffic, Url = "https://hooks.example.com/check", Name = "freeze" };
    private static readonly HookRequest After = Before with { Moment = HookMoment.AfterTraffic, Name = "users" };

    [Fact]
    public async Task Hook_TakesItsTime_NeitherLooksNorARollbackWait()
    {
        using var bench = new MonitorBench();
        var slow = new TaskCompletionSource<HookAnswer>();
        bench.Hooks.Answer = _ => slow.Task;
        var id = await bench.StartAsync(MonitorBench.Request() with { Hooks = [Before] });
        await TicksAsync(bench, 5);

        Assert.Equal((RolloutPhase.SmokeTesting, "Waiting for hook freeze to answer."), (bench.State(id).Phase, bench.Snapshot.Rollout(id)!.Activity));
        Assert.Equal([$"{id}/beforeTraffic/freeze"], bench.Hooks.Calls);

        await bench.Rollouts.RollBackAsync(id, "no patience", "ann", CancellationToken.None);
        await bench.UntilAsync(id, RolloutPhase.RolledBack);
        slow.SetResult(FakeHooks.Yes);
        await bench.TickAsync();

        Assert.Equal(RolloutPhase.RolledBack, bench.State(id).Phase);
    }

    [Fact]
    public async Task Hook_BreachInTheSoakWhileItThinks_RollsBackWithoutItsAnswer()
    {
        using var bench = new MonitorBench();
        bench.Hooks.Answer = _ => new TaskCompletionSource<HookAnswer>().Task;
        var id = await bench.StartAsync(MonitorBench.Request() with { Hooks = [After] });
        await bench.UntilAsync(id, RolloutPhase.Soaking);
        await TicksAsync(bench, 40);
        Assert.Equal(RolloutPhase.Soaking, bench.State(id).Phase);

        bench.Cloud.ChallengerErrors = 5;
        await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Contains("rror rate", bench.State(id).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F15_CrashBetweenTheCallOfAHookAndItsAnswer_AsksAgainUnderTheSameKey()
    {
        var store = new InMemoryEventStore();
        var clock = new ManualTimeProvider();
        var cloud = new FakeCloud(clock);
        RolloutId id;
        using (var crashed = new MonitorBench(store, cloud, clock))
        {
            crashed.Hooks.Answer = _ => new TaskCompletionSource<HookAnswer>().Task;
            id = await crashed.StartAsync(MonitorBench.Request() with { Hooks = [Before] });
            await TicksAsync(crashed, 3);
            Assert.Single(crashed.Hooks.Calls);
        }

        using var bench = new MonitorBench(store, cloud, clock);
        await bench.LoadAsync();
        await bench.UntilAsync(id, RolloutPhase.Baking);

        Assert.Equal([$"{id}/beforeTraffic/freeze"], bench.Hooks.Calls);
        Assert.Single(bench.Snapshot.Rollout(id)!.Events, recorded => recorded.Event is RolloutEvent.ProbeEvent.HookAsked);
    }

    [Fact]
    public async Task Hooks_SeveralOfAMoment_AreAskedInOrderAndTheFirstNoEndsIt()
    {
        using var bench = new MonitorBench();
        bench.Hooks.Answer = call => Task.FromResult(call.Hook.Name == "second" ? FakeHooks.No("budget spent") : FakeHooks.Yes);
        var id = await bench.StartAsync(MonitorBench.Request() with { Hooks = [After, Before, Before with { Name = "second" }, Before with { Name = "third" }] });

        await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Equal([$"{id}/beforeTraffic/freeze", $"{id}/beforeTraffic/second"], bench.Hooks.Calls);
        Assert.Equal("hook second said no: budget spent", bench.State(id).Reason);
        Assert.DoesNotContain("SetWeights", bench.Cloud.Calls);
    }

    [Fact]
    public async Task Hook_AfterTrafficWithoutASoak_IsAskedBeforeTheEnd()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync(MonitorBench.Request() with { Hooks = [After], SoakMinutes = 0 });

        await bench.UntilAsync(id, RolloutPhase.Completed);

        Assert.Equal([$"{id}/afterTraffic/users"], bench.Hooks.Calls);
    }

    [Fact]
    public async Task Readiness_ThroughABake_IsAskedBeforeItsEndAndAtMostOnceAMinute()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync(MonitorBench.Request() with { Steps = [new StepRequest(0.25, 20)] });
        await bench.UntilAsync(id, RolloutPhase.Baking);
        var before = Probes(bench);
        await TicksAsync(bench, 60);
        Assert.Equal(before, Probes(bench));

        bench.Cloud.Missing.Add(ReadinessCheck.Failed("Model media-ranker-v7", "it does not exist"));
        await TicksAsync(bench, 90);

        Assert.Equal((RolloutPhase.Baking, "Model media-ranker-v7 Failed"), (bench.State(id).Phase, bench.State(id).Probes.NotReady));
        Assert.InRange(Probes(bench) - before, 2, 7);
        Assert.Single(bench.Snapshot.Rollout(id)!.Events, recorded => recorded.Event is RolloutEvent.ProbeEvent.ReadinessLost);
        Assert.Contains(bench.Snapshot.Rollout(id)!.Readiness!.Checks, check => check.Name == "Fleet of champion");

        bench.Cloud.Missing.Clear();
        await bench.UntilAsync(id, RolloutPhase.Completed);
    }

    [Fact]
    public async Task Readiness_Unknown_HoldsAndCallsForAPersonAfterFiveMinutes()
    {
        using var bench = new MonitorBench();
        bench.Cloud.Missing.Add(ReadinessCheck.Unknown("Role sagemaker-execution", "the console may not look: access denied"));
        var id = await bench.StartAsync();
        await TicksAsync(bench, 20);
        Assert.Equal(RolloutPhase.SmokeTesting, bench.State(id).Phase);
        Assert.False(bench.State(id).Paged);

        await TicksAsync(bench, 20);

        Assert.Equal(
            "not ready for the next step for 5 minutes; Role sagemaker-execution: the console may not look: access denied",
            bench.Snapshot.Rollout(id)!.Events.Select(recorded => recorded.Event).OfType<RolloutEvent.AttentionRequested>().Single().Why);
    }

    [Fact]
    public async Task Readiness_ProbeThatDoesNotAnswer_HoldsNobodyUpButTheStep()
    {
        using var bench = new MonitorBench();
        bench.Cloud.Probed = new TaskCompletionSource();
        var id = await bench.StartAsync();
        await TicksAsync(bench, 20);

        Assert.Equal((RolloutPhase.SmokeTesting, "Readiness probe Unknown"), (bench.State(id).Phase, bench.State(id).Probes.NotReady));
        Assert.Equal(1, Probes(bench));

        await AnsweredAsync(bench, bench.Cloud.Probed);
        await bench.UntilAsync(id, RolloutPhase.Baking);
    }

    [Fact]
    public async Task F13_ChampionScaledAway_HoldsTheStep()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync();
        await bench.UntilAsync(id, RolloutPhase.Baking);

        bench.Cloud.ScaleChampion(1);
        await TicksAsync(bench, 60);

        var lost = bench.Snapshot.Rollout(id)!.Events.Select(recorded => recorded.Event).OfType<RolloutEvent.ProbeEvent.ReadinessLost>().Single();
        Assert.Equal(
            [ReadinessCheck.Failed("Fleet of champion", "1 of the 2 instances it had when this was planned are in service")], lost.Missing);
        Assert.Equal(Percentage.FromFraction(0.25), bench.State(id).ChallengerShare);
    }

    [Theory]
    [InlineData("http://hooks.example.com/", "hooks[0].url is \"http://hooks.example.com/\"; it is not an absolute https address.")]
    [InlineData("https://evil.example.com/", "hooks[0].url is \"https://evil.example.com/\"; its host evil.example.com:443 is not among Hooks:AllowedHosts.")]
    public async Task Start_HookThatMayNotBeCalled_IsRefused(string url, string reason)
    {
        using var bench = new MonitorBench();

        var result = await bench.Rollouts.StartAsync(MonitorBench.Request() with { Hooks = [Before with { Url = url }] }, "ann", CancellationToken.None);

        Assert.Equal(new CommandResult.Refused(RefusalKind.Invalid, "hooks[0].url", reason), result);
    }

    public static TheoryData<RolloutRequest, string, string> Wrong => new()
    {
        { MonitorBench.Request() with { Hooks = [Before with { Moment = null }] }, "hooks[0].moment", "hooks[0].moment is missing; it must be beforeTraffic or afterTraffic." },
        { MonitorBench.Request() with { Hooks = [Before with { Name = "-" }] }, "hooks[0].name", "hooks[0].name is \"-\"; a hook's name is 1 to 63 letters, digits and inner hyphens." },
        { MonitorBench.Request() with { Hooks = [Before with { TimeoutSeconds = 301 }] }, "hooks[0].timeoutSeconds", "hooks[0].timeoutSeconds is 301; it must be between 1 and 300." },
        { MonitorBench.Request() with { Hooks = [Before, Before] }, "hooks", "hooks has 2 entries named \"freeze\" of the same moment; names tell them apart." },
        { Smoke(new SmokeTestRequest()), "smokeTests[0].payload", "smokeTests[0].payload is empty; a smoke test sends something." },
        { Smoke(new SmokeTestRequest { Payload = "{}", ExpectedStatus = 99 }), "smokeTests[0].expectedStatus", "smokeTests[0].expectedStatus is 99; it must be between 100 and 599." },
        { Smoke(new SmokeTestRequest { Payload = "{}", ExpectedContentType = "json" }), "smokeTests[0].expectedContentType", "smokeTests[0].expectedContentType is \"json\"; it must be a media type, as in application/json." },
        { Smoke(new SmokeTestRequest { Payload = "{}", Assertions = ["$.a", "$.b =="] }), "smokeTests[0].assertions[1]", "smokeTests[0].assertions[1] is \"$.b ==\"; at character 7 it should have a number, a string in quotes, true, false or null." },
        { Smoke(new SmokeTestRequest { Payload = "{}", Requests = 11 }, new SmokeTestRequest { Payload = "{}", Requests = 10 }), "smokeTests", "smokeTests send 21 requests together; at most 20 are possible." },
        { Smoke(new SmokeTestRequest { Payload = "{}" }) with { SmokePayload = "{}" }, "smokePayload", "smokePayload was given beside smokeTests; choose one." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Start_SmokeTestOrHookWrong_SaysWhichField(RolloutRequest request, string field, string reason)
    {
        using var bench = new MonitorBench();

        Assert.Equal(new CommandResult.Refused(RefusalKind.Invalid, field, reason), await bench.Rollouts.StartAsync(request, "ann", CancellationToken.None));
    }

    private static RolloutRequest Smoke(params SmokeTestRequest[] tests) => MonitorBench.Request() with { SmokeTests = tests };

    private static int Probes(MonitorBench bench) => bench.Cloud.Calls.Count(call => call == "Readiness");

    /// <summary>The answer arrives on another thread: an hour of ticks can pass before a busy machine gets to it, so the nudge that it gives is waited for.</summary>
    private static async Task AnsweredAsync(MonitorBench bench, TaskCompletionSource answer)
    {
        var nudges = bench.Service<MonitorNudge>().Waiting;
        while (nudges.TryRead(out _))
        {
        }

        answer.SetResult();
        await nudges.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
    }

    private static async Task TicksAsync(MonitorBench bench, int ticks)
    {
        for (var tick = 0; tick < ticks; tick++)
        {
            await bench.TickAsync();
        }
    }
}
