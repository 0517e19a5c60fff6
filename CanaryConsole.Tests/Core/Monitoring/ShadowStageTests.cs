using CanaryConsole.Core;
using CanaryConsole.Core.Predictions;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Monitoring;

public class ShadowStageTests
{
    private static readonly ShadowRequest Stage = new() { SamplingPercentage = 50, DurationMinutes = 5 };

    [Fact]
    public async Task Shadow_Healthy_GoesOnToTheStepsWithItsEvidence()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync(MonitorBench.Request() with { Shadow = Stage });

        await bench.UntilAsync(id, RolloutPhase.Shadowing);
        Assert.Equal(0.5, Assert.Single(bench.Cloud.Endpoint.ShadowVariants).CurrentWeight);
        Assert.Single(bench.Cloud.Endpoint.Variants);
        await bench.UntilAsync(id, RolloutPhase.Completed);

        Assert.Empty(bench.Cloud.Endpoint.ShadowVariants);
        Assert.Equal(Percentage.Whole, bench.Cloud.Endpoint.ShareOf("challenger-v8"));
        Assert.Equal(
            ["shadowRequested", "shadowReady", "shadowFinished", "variantRequested", "variantReady", "smokeTestPassed", "stepStarted"],
            bench.Store.TypesOf($"rollout/{id}").Where(type => type is not "smokeTestAnswered").SkipWhile(type => type != "shadowRequested").Take(7));
        var events = bench.Snapshot.Rollout(id)!.Events.Select(recorded => recorded.Event).ToList();
        Assert.True(events.OfType<RolloutEvent.ShadowEvent.ShadowFinished>().Single().Evidence.Challenger.Requests >= 500);
        Assert.Contains("the shadow had shown", events.OfType<RolloutEvent.StepStarted>().First().Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shadow_Failing_IsTakenAwayBeforeTheRolloutEnds()
    {
        using var bench = new MonitorBench();
        bench.Cloud.ChallengerErrors = 1;
        var id = await bench.StartAsync(MonitorBench.Request() with { Shadow = Stage });

        var state = await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Empty(bench.Cloud.Endpoint.ShadowVariants);
        Assert.DoesNotContain("AddVariant", bench.Cloud.Calls);
        Assert.Contains("10 %", state.Reason, StringComparison.Ordinal);
        var types = bench.Store.TypesOf($"rollout/{id}").ToList();
        Assert.True(types.IndexOf("rollbackStarted") < types.IndexOf("shadowRemovalRequested"));
        Assert.True(types.IndexOf("shadowRemovalRequested") < types.IndexOf("shadowRemoved"));
        Assert.Equal("rolledBack", types[^1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shadow_StoppedByHandWhilePaused_IsTakenAway(bool cancel)
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync(MonitorBench.Request() with { Shadow = Stage });
        await bench.UntilAsync(id, RolloutPhase.Shadowing);
        await bench.Rollouts.PauseAsync(id, "lunch", "ann", CancellationToken.None);
        await bench.TickAsync();
        Assert.Single(bench.Cloud.Endpoint.ShadowVariants);

        var stopped = await (cancel
            ? bench.Rollouts.CancelAsync(id, "changed our mind", "ann", CancellationToken.None)
            : bench.Rollouts.RollBackAsync(id, "changed our mind", "ann", CancellationToken.None));

        Assert.IsType<CommandResult.Accepted>(stopped);
        await bench.UntilAsync(id, RolloutPhase.RolledBack);
        Assert.Empty(bench.Cloud.Endpoint.ShadowVariants);
    }

    [Fact]
    public async Task Shadow_CancelledWhileItIsBroughtUp_EndsOnlyOnceItIsGone()
    {
        using var bench = new MonitorBench();
        bench.Cloud.AppliesAtOnce = false;
        var id = await bench.StartAsync(MonitorBench.Request() with { Shadow = Stage });
        for (var tick = 0; tick < 20 && !bench.Cloud.Calls.Contains("AddShadow"); tick++)
        {
            await bench.TickAsync();
        }

        await bench.Rollouts.CancelAsync(id, "changed our mind", "ann", CancellationToken.None);
        await bench.TickAsync();
        Assert.Equal(RolloutPhase.RollingBack, bench.State(id).Phase);
        bench.Cloud.AppliesAtOnce = true;
        bench.Cloud.Settle();

        await bench.UntilAsync(id, RolloutPhase.RolledBack);
        Assert.Empty(bench.Cloud.Endpoint.ShadowVariants);
        Assert.Contains("RemoveShadow", bench.Cloud.Calls);
    }

    [Fact]
    public async Task Shadow_LostReply_IsReadBackAndNotAskedForTwice()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync(MonitorBench.Request() with { Shadow = Stage });
        bench.Cloud.Fail["AddShadow"] = new CloudException(CloudFailure.Unavailable, "no answer in time");

        await bench.UntilAsync(id, RolloutPhase.Shadowing);

        Assert.Equal(2, bench.Cloud.Calls.Count(call => call == "AddShadow"));
        Assert.Equal(2, bench.State(id).Shadow!.Requests);
    }

    [Fact]
    public async Task Shadow_TakenAwayByOthers_PausesAndComesBackOnResume()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync(MonitorBench.Request() with { Shadow = Stage });
        await bench.UntilAsync(id, RolloutPhase.Shadowing);

        bench.Cloud.TakeShadowAway();
        var paused = await bench.UntilAsync(id, RolloutPhase.Paused);
        Assert.Contains("outside this rollout", paused.Reason, StringComparison.Ordinal);
        await bench.Rollouts.ResumeAsync(id, "ann", CancellationToken.None);

        await bench.UntilAsync(id, RolloutPhase.Shadowing);
        Assert.Single(bench.Cloud.Endpoint.ShadowVariants);
        await bench.UntilAsync(id, RolloutPhase.Completed);
    }

    [Fact]
    public async Task Shadow_WithAGate_WaitsForAPersonAndCannotBePromotedThere()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync(MonitorBench.Request() with { Shadow = Stage with { Gate = true } });
        await bench.UntilAsync(id, RolloutPhase.AtGate);
        await bench.TickAsync();

        Assert.IsType<CommandResult.Refused>(await bench.Rollouts.PromoteAsync(id, "ann", CancellationToken.None));
        Assert.Single(bench.Cloud.Endpoint.ShadowVariants);
        await bench.Rollouts.ApproveAsync(id, "fine", null, "ann", CancellationToken.None);

        await bench.UntilAsync(id, RolloutPhase.Completed);
        Assert.Contains("shadowJudged", bench.Store.TypesOf($"rollout/{id}"));
    }

    [Fact]
    public async Task Shadow_BreachAtItsGate_IsSentBack()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync(MonitorBench.Request() with { Shadow = Stage with { Gate = true } });
        await bench.UntilAsync(id, RolloutPhase.AtGate);

        bench.Cloud.ChallengerErrors = 1;

        await bench.UntilAsync(id, RolloutPhase.RolledBack);
        Assert.Empty(bench.Cloud.Endpoint.ShadowVariants);
    }

    [Fact]
    public async Task Shadow_PredictionsThatDisagree_AreSentBackWithTheFigures()
    {
        using var bench = new MonitorBench();
        bench.Cloud.Captures = Sample(100, disagreeing: 20);
        var id = await bench.StartAsync(MonitorBench.Request() with { Shadow = Stage with { MinimumAgreement = 0.95 } });

        var state = await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Contains("agreement 80 % over 100 requests", state.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shadow_PredictionsThatAgree_AreShownAndKept()
    {
        using var bench = new MonitorBench();
        bench.Cloud.Captures = Sample(400, disagreeing: 2);
        var id = await bench.StartAsync(MonitorBench.Request() with { Shadow = Stage with { MinimumAgreement = 0.95 } });
        await bench.UntilAsync(id, RolloutPhase.Shadowing);
        await bench.TickAsync();

        Assert.Equal(398, bench.Snapshot.Rollout(id)!.Shadow!.Predictions!.Agreeing);
        var state = await bench.UntilAsync(id, RolloutPhase.Completed);
        Assert.Equal(2, state.Shadow!.Evidence!.Predictions!.Worst.Count);
    }

    [Fact]
    public async Task Shadow_CapturesUnreadable_NeverPass()
    {
        using var bench = new MonitorBench();
        bench.Cloud.Captures = new CaptureSample([], 0);
        var id = await bench.StartAsync(MonitorBench.Request() with { Shadow = Stage with { MinimumAgreement = 0.95 }, HoldLimitMinutes = 10 });

        var state = await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Contains("no captured prediction", state.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shadow_ConsoleStoppedOnTheWay_GoesOnWhereItWas()
    {
        var clock = new ManualTimeProvider();
        var store = new InMemoryEventStore();
        var cloud = new FakeCloud(clock);
        RolloutId id;
        using (var first = new MonitorBench(store, cloud, clock))
        {
            id = await first.StartAsync(MonitorBench.Request() with { Shadow = Stage });
            await first.UntilAsync(id, RolloutPhase.Shadowing);
        }

        using var second = new MonitorBench(store, cloud, clock);
        await second.LoadAsync();
        await second.UntilAsync(id, RolloutPhase.Completed);

        Assert.Equal(1, cloud.Calls.Count(call => call == "AddShadow"));
        Assert.Empty(cloud.Endpoint.ShadowVariants);
    }

    private static CaptureSample Sample(int pairs, int disagreeing) => new(
        [.. Enumerable.Range(0, pairs).Select(number => new CapturedPair(
            $"r-{number}", DateTimeOffset.UnixEpoch, null, new CapturedAnswer(null, "0.5"), new CapturedAnswer(null, number < disagreeing ? "0.9" : "0.5")))],
        0);
}
