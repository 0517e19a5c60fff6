using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Monitoring;

public class MonitorTickTests
{
    [Fact]
    public async Task Tick_HealthyChallenger_ReachesEverythingAndCompletes()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync();

        await bench.UntilAsync(id, RolloutPhase.Completed);

        Assert.Equal(Percentage.Whole, bench.Cloud.Endpoint.ShareOf("challenger-v8"));
        Assert.Equal(
            ["rolloutPlanned", "preparationStarted", "variantRequested", "variantReady", "smokeTestAnswered", "smokeTestAnswered", "smokeTestAnswered", "smokeTestPassed", "stepStarted", "weightsConfirmed", "promotionStarted", "weightsConfirmed", "soakStarted", "restorationStarted", "rolloutCompleted"],
            bench.Store.TypesOf($"rollout/{id}").Where(type => type is not ("taskStarted" or "taskDone" or "pictureTaken" or "championPinned")));
    }

    [Fact]
    public async Task Tick_FailingChallenger_IsRolledBackAndReadBack()
    {
        using var bench = new MonitorBench();
        bench.Cloud.ChallengerErrors = 1;
        var id = await bench.StartAsync();

        var state = await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Equal(0, bench.Cloud.Endpoint.Variant("challenger-v8")!.CurrentWeight);
        Assert.Contains("10 %", state.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tick_BreachWhileTheListIsSlow_IsActedOnBeforeTheListIsThere()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync();
        await bench.UntilAsync(id, RolloutPhase.Baking);
        for (var tick = 0; tick < 15; tick++)
        {
            await bench.TickAsync();
        }

        var list = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Cloud.Listed = list.Task;
        bench.Cloud.WeightsAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Cloud.ChallengerErrors = 1;
        var looking = bench.TickAsync();
        await bench.Cloud.WeightsAsked.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

        Assert.False(looking.IsCompleted);
        Assert.Equal(0, bench.Cloud.Endpoint.Variant("challenger-v8")!.CurrentWeight);
        list.SetResult();
        await looking;
    }

    [Fact]
    public async Task Tick_StoreDownDuringABreach_MovesTheWeightsFirstAndWritesLater()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync();
        await bench.UntilAsync(id, RolloutPhase.Baking);
        await bench.TickAsync();
        var written = bench.Store.TypesOf($"rollout/{id}").Count;

        bench.Cloud.ChallengerErrors = 1;
        bench.Store.Broken = true;
        await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Equal(0, bench.Cloud.Endpoint.Variant("challenger-v8")!.CurrentWeight);
        Assert.Equal(written, bench.Store.TypesOf($"rollout/{id}").Count);

        bench.Store.Broken = false;
        await bench.TickAsync();

        var types = bench.Store.TypesOf($"rollout/{id}").Skip(written).ToList();
        Assert.Equal(["rollbackStarted", "trafficReturned", "restorationStarted"], types.Take(3));
        Assert.Equal("rolledBack", types[^1]);
    }

    [Fact]
    public async Task Tick_StoreDownWhileHealthy_HoldsEverything()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync();
        await bench.UntilAsync(id, RolloutPhase.Baking);
        await bench.TickAsync();

        bench.Store.Broken = true;
        for (var tick = 0; tick < 60; tick++)
        {
            await bench.TickAsync();
        }

        Assert.Equal(RolloutPhase.Baking, bench.State(id).Phase);
        Assert.Contains(bench.Snapshot.Sources, source => source is { Name: "Event store", FailingSince: not null });
    }

    [Fact]
    public async Task Tick_StoreAnswersAgainWhileNothingRollsOut_IsNotShownAsFailingAnyLonger()
    {
        using var bench = new MonitorBench();
        bench.Store.Broken = true;
        await bench.TickAsync();
        Assert.NotNull(bench.Snapshot.Sources.Single(source => source.Name == "Event store").FailingSince);

        bench.Store.Broken = false;
        await bench.TickAsync();

        Assert.Null(bench.Snapshot.Sources.Single(source => source.Name == "Event store").FailingSince);
    }

    [Fact]
    public async Task F1_RollbackWhileUpdating_IsKeptAndLandsWhenTheEndpointIsInService()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync();
        await bench.UntilAsync(id, RolloutPhase.Baking);
        await bench.TickAsync();

        bench.Cloud.AppliesAtOnce = false;
        bench.Cloud.Become(EndpointStatus.Updating);
        await bench.Rollouts.RollBackAsync(id, "looks odd", "ann", CancellationToken.None);
        await bench.TickAsync();

        Assert.Equal(RolloutPhase.RollingBack, bench.State(id).Phase);
        Assert.Equal("Waiting for the endpoint to leave Updating.", bench.Snapshot.Rollout(id)!.Activity);

        bench.Cloud.AppliesAtOnce = true;
        bench.Cloud.Become(EndpointStatus.InService);
        await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Equal(0, bench.Cloud.Endpoint.Variant("challenger-v8")!.CurrentWeight);
    }

    [Fact]
    public async Task F2_SecondRolloutOnOneEndpoint_IsRefusedWithTheHoldersName()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync();
        await bench.UntilAsync(id, RolloutPhase.Baking);
        await bench.TickAsync();

        var second = await bench.Rollouts.StartAsync(MonitorBench.Request() with { PackageVersion = 9 }, "bob", CancellationToken.None);

        var refused = Assert.IsType<CommandResult.Refused>(second);
        Assert.Equal((RefusalKind.Conflict, "endpoint"), (refused.Kind, refused.Field));
        Assert.Contains($"is held by rollout {id}", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F15_RestartBetweenIntentAndCall_GoesOnFromTheStore()
    {
        var clock = new ManualTimeProvider();
        var cloud = new FakeCloud(clock);
        var store = new InMemoryEventStore();
        RolloutId id;
        using (var first = new MonitorBench(store, cloud, clock))
        {
            id = await first.StartAsync();
            await first.UntilAsync(id, RolloutPhase.Baking);
        }

        using var second = new MonitorBench(store, cloud, clock);
        await second.LoadAsync();
        await second.UntilAsync(id, RolloutPhase.Completed);

        Assert.Single(store.TypesOf($"rollout/{id}"), "rolloutCompleted");
    }

    [Fact]
    public async Task F25_WeightsChangedOutside_PausesAndDoesNotFight()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync();
        await bench.UntilAsync(id, RolloutPhase.Baking);
        await bench.TickAsync();
        bench.Cloud.Calls.Clear();

        bench.Cloud.SetOutside(0.6);
        await bench.UntilAsync(id, RolloutPhase.Paused);
        await bench.TickAsync();

        Assert.DoesNotContain("SetWeights", bench.Cloud.Calls);
        Assert.Equal("changed outside this rollout: the challenger has 60 %, wanted 25 %", bench.State(id).Reason);
    }

    [Fact]
    public async Task F26_AccessDenied_BlocksLoudlyInsteadOfTryingForEver()
    {
        using var bench = new MonitorBench();
        bench.Cloud.Fail["AddVariant"] = new CloudException(CloudFailure.AccessDenied, "not authorized to perform sagemaker:UpdateEndpoint");
        var id = await bench.StartAsync();

        var state = await bench.UntilAsync(id, RolloutPhase.Blocked);

        Assert.Equal("not authorized to perform sagemaker:UpdateEndpoint", state.Reason);
        Assert.Single(bench.Cloud.Calls, "AddVariant");
    }

    [Fact]
    public async Task Tick_ThrottledWeights_AreAskedForAgain()
    {
        using var bench = new MonitorBench();
        bench.Cloud.Fail["SetWeights"] = new CloudException(CloudFailure.Throttled, "Rate exceeded.");
        var id = await bench.StartAsync();

        await bench.UntilAsync(id, RolloutPhase.Completed);

        Assert.True(bench.Cloud.Calls.Count(call => call == "SetWeights") >= 3);
    }

    [Fact]
    public async Task Tick_MetricsUnreadable_HoldsAndSaysSinceWhen()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync();
        await bench.UntilAsync(id, RolloutPhase.Baking);
        for (var tick = 0; tick < 60; tick++)
        {
            bench.Cloud.Fail["Metrics"] = new CloudException(CloudFailure.Throttled, "Rate exceeded.");
            await bench.TickAsync();
        }

        Assert.Equal(RolloutPhase.Baking, bench.State(id).Phase);
        Assert.NotNull(bench.State(id).EvidenceMissingSince);
        Assert.Contains("attentionRequested", bench.Store.TypesOf($"rollout/{id}"));
    }

    [Fact]
    public async Task Start_SmokeTestFails_NeverGivesTraffic()
    {
        using var bench = new MonitorBench();
        bench.Cloud.SmokeStatus = 500;
        var id = await bench.StartAsync();

        var state = await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Equal("smoke test failed: variant challenger-v8 answered with status 500, 3 times in a row", state.Reason);
        Assert.DoesNotContain("SetWeights", bench.Cloud.Calls);
    }
}
