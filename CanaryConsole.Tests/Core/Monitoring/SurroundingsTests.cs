using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Monitoring;

/// <summary>What surrounds the traffic, through the monitor: prepared before, put back after, whatever happens in between.</summary>
public class SurroundingsTests
{
    [Fact]
    public async Task Completed_ScalableChampion_HandsItsScalingOverAndIsRemoved()
    {
        using var bench = Bench();
        var id = await bench.StartAsync();

        await bench.UntilAsync(id, RolloutPhase.Baking);
        Assert.Equal(FakeCloud.ChampionScaling.AtRest(), bench.Cloud.Scaling["champion"]);
        Assert.Equal(id.Value, bench.Cloud.Tags["canaryconsole:rollout"]);

        var state = await bench.UntilAsync(id, RolloutPhase.Completed);

        Assert.Equal("challenger-v8", Assert.Single(bench.Cloud.Endpoint.Variants).Name);
        AssertScaling(FakeCloud.ChampionScaling with { Variant = "challenger-v8" }, bench.Cloud);
        Assert.Equal(("9f3c2e1", "media"), (bench.Cloud.Tags["canaryconsole:lineage:git_commit"], bench.Cloud.Tags["team"]));
        Assert.Equal(["champion", "challenger-v8"], state.Before!.Variants.Concat(state.After!.Variants).Select(variant => variant.Name));
    }

    [Theory]
    [InlineData(RollbackPolicy.TrafficOnly, new[] { "champion", "challenger-v8" }, false)]
    [InlineData(RollbackPolicy.RemoveVariant, new[] { "champion" }, false)]
    [InlineData(RollbackPolicy.RestoreConfig, new[] { "champion" }, true)]
    public async Task RolledBack_ByEachPolicy_PutsBackWhatThePlanSays(RollbackPolicy policy, string[] variants, bool oldConfig)
    {
        using var bench = Bench();
        bench.Cloud.ChallengerErrors = 1;
        var id = await bench.StartAsync(MonitorBench.Request() with { RollbackPolicy = policy });

        await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Equal(variants, bench.Cloud.Endpoint.Variants.Select(variant => variant.Name));
        Assert.Equal(Percentage.Whole, bench.Cloud.Endpoint.ShareOf("champion"));
        Assert.Equal(oldConfig, bench.Cloud.Endpoint.ConfigName == "media-ranker-config");
        AssertAsBefore(bench.Cloud);
    }

    [Fact]
    public async Task Cancelled_AfterPreparation_PutsEverythingBack()
    {
        using var bench = Bench();
        bench.Cloud.AppliesAtOnce = false;
        var id = await bench.StartAsync(MonitorBench.Request() with { RollbackPolicy = RollbackPolicy.RestoreConfig });
        await bench.UntilAsync(id, RolloutPhase.Preparing);
        await bench.TickAsync();
        await bench.TickAsync();
        Assert.Equal(EndpointStatus.Updating, bench.Cloud.Endpoint.Status);

        await bench.Rollouts.CancelAsync(id, "changed our mind", "ann", CancellationToken.None);
        await bench.TickAsync();
        Assert.Equal(RolloutPhase.Restoring, bench.State(id).Phase);
        bench.Cloud.AppliesAtOnce = true;
        bench.Cloud.Settle();
        var state = await bench.UntilAsync(id, RolloutPhase.Cancelled);

        Assert.Equal("changed our mind", state.Reason);
        Assert.Equal("media-ranker-config", bench.Cloud.Endpoint.ConfigName);
        AssertAsBefore(bench.Cloud);
    }

    [Fact]
    public async Task Blocked_ThenRolledBack_PutsEverythingBack()
    {
        using var bench = Bench();
        var id = await bench.StartAsync(MonitorBench.Request() with { RollbackPolicy = RollbackPolicy.RemoveVariant });
        await bench.UntilAsync(id, RolloutPhase.Baking);
        bench.Cloud.Become(EndpointStatus.UpdateRollbackFailed);
        await bench.UntilAsync(id, RolloutPhase.Blocked);
        bench.Cloud.Become(EndpointStatus.InService);

        await bench.Rollouts.RollBackAsync(id, "by hand", "ann", CancellationToken.None);
        await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Equal("champion", Assert.Single(bench.Cloud.Endpoint.Variants).Name);
        AssertAsBefore(bench.Cloud);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task F15_ConsoleDiesAtAnyChange_TheNextOneFinishesIt(bool fails, bool afterTheChange)
    {
        var deaths = 0;
        for (var change = 1; change < 40; change++)
        {
            var clock = new ManualTimeProvider();
            var store = new InMemoryEventStore();
            var cloud = Cloud(clock);
            cloud.ChallengerErrors = fails ? 1 : 0;
            (cloud.ChangesBeforeDeath, cloud.DiesAfterTheChange) = (change, afterTheChange);
            using var first = new MonitorBench(store, cloud, clock);
            var id = await first.StartAsync(MonitorBench.Request() with { RollbackPolicy = RollbackPolicy.RemoveVariant, WarmInstances = 1 });
            var ending = fails ? RolloutPhase.RolledBack : RolloutPhase.Completed;
            try
            {
                await first.UntilAsync(id, ending);
            }
            catch (OperationCanceledException)
            {
                deaths++;
                using var second = new MonitorBench(store, cloud, clock);
                await second.LoadAsync();
                await second.UntilAsync(id, ending);
            }

            Assert.Equal(fails ? "champion" : "challenger-v8", Assert.Single(cloud.Endpoint.Variants).Name);
            if (fails)
            {
                AssertAsBefore(cloud);
            }
            else
            {
                AssertScaling(FakeCloud.ChampionScaling with { Variant = "challenger-v8" }, cloud);
            }

            if (cloud.ChangesBeforeDeath > 0)
            {
                Assert.InRange(deaths, 5, 30);
                return;
            }
        }

        Assert.Fail("The console died at every one of 40 changes.");
    }

    [Fact]
    public async Task Restoring_OneTaskKeepsFailing_TheOthersGoOnAndAPersonIsCalledAndMayLeaveIt()
    {
        using var bench = Bench();
        bench.Cloud.ChallengerErrors = 1;
        var id = await bench.StartAsync(MonitorBench.Request() with { RollbackPolicy = RollbackPolicy.RemoveVariant });
        await bench.UntilAsync(id, RolloutPhase.Baking);
        for (var tick = 0; tick < 60; tick++)
        {
            bench.Cloud.Fail["RemoveVariant"] = new CloudException(CloudFailure.AccessDenied, "Not authorised.");
            await bench.TickAsync();
        }

        var state = bench.State(id);
        Assert.Equal(RolloutPhase.Restoring, state.Phase);
        Assert.Equal(TaskProgress.Done, state.Task(RolloutTask.RestoreTags).Progress);
        Assert.Equal((TaskProgress.Failed, "Not authorised."), (state.Task(RolloutTask.RemoveChallenger).Progress, state.Task(RolloutTask.RemoveChallenger).Text));
        Assert.Contains("attentionRequested", bench.Store.TypesOf($"rollout/{id}"));
        AssertAsBefore(bench.Cloud);

        await bench.Rollouts.LeaveRestAsync(id, "the permission takes a week", "ann", CancellationToken.None);
        await bench.TickAsync();

        Assert.Equal(RolloutPhase.RolledBack, bench.State(id).Phase);
        Assert.Equal(
            [RolloutTask.RemoveChallenger, RolloutTask.PictureAfter],
            bench.Snapshot.Rollout(id)!.Events.Select(recorded => recorded.Event).OfType<RolloutEvent.TaskEvent.RestLeft>().Single().Remaining);
    }

    [Fact]
    public async Task F13_RollbackInTheSoak_GivesTheChampionItsInstancesBeforeTheTraffic()
    {
        using var bench = Bench();
        var id = await bench.StartAsync(MonitorBench.Request() with { WarmInstances = 1 });
        await bench.UntilAsync(id, RolloutPhase.Soaking);
        await bench.TickAsync();
        Assert.Equal(1, bench.Cloud.Endpoint.Variant("champion")!.CurrentInstanceCount);
        bench.Cloud.Calls.Clear();

        await bench.Rollouts.RollBackAsync(id, "looks odd", "ann", CancellationToken.None);
        await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Equal(["SetCapacity", "SetWeights"], bench.Cloud.Calls.Where(call => call.StartsWith("Set", StringComparison.Ordinal)));
        Assert.Equal(2, bench.Cloud.Endpoint.Variant("champion")!.CurrentInstanceCount);
        AssertAsBefore(bench.Cloud);
    }

    [Fact]
    public async Task F13_InstancesNeverComeBack_TheTrafficGoesBackAllTheSame()
    {
        using var bench = Bench();
        var id = await bench.StartAsync(MonitorBench.Request() with { WarmInstances = 1 });
        await bench.UntilAsync(id, RolloutPhase.Soaking);
        await bench.TickAsync();

        await bench.Rollouts.RollBackAsync(id, "looks odd", "ann", CancellationToken.None);
        for (var tick = 0; tick < 12; tick++)
        {
            bench.Cloud.Fail["SetCapacity"] = new CloudException(CloudFailure.AccessDenied, "Not authorised.");
            await bench.TickAsync();
        }

        Assert.Equal(Percentage.Whole, bench.Cloud.Endpoint.ShareOf("champion"));
        Assert.Equal(RolloutPhase.Restoring, bench.State(id).Phase);
        bench.Cloud.Fail.Clear();
        await bench.UntilAsync(id, RolloutPhase.RolledBack);
        Assert.Equal(2, bench.Cloud.Endpoint.Variant("champion")!.CurrentInstanceCount);
    }

    [Fact]
    public async Task Restoring_BreachWhileTheChampionStands_RollsBack()
    {
        using var bench = Bench();
        var id = await bench.StartAsync();
        await bench.UntilAsync(id, RolloutPhase.Soaking);
        while (bench.State(id).Phase is RolloutPhase.Soaking)
        {
            bench.Cloud.Fail["RemoveScaling"] = new CloudException(CloudFailure.Throttled, "Rate exceeded.");
            await bench.TickAsync();
        }

        Assert.Equal(RolloutPhase.Restoring, bench.State(id).Phase);
        bench.Cloud.ChallengerErrors = 3;
        bench.Cloud.Fail["RemoveScaling"] = new CloudException(CloudFailure.Throttled, "Rate exceeded.");
        for (var tick = 0; tick < 6 && bench.State(id).Ending is RolloutPhase.Completed; tick++)
        {
            bench.Cloud.Fail["RemoveVariant"] = new CloudException(CloudFailure.Throttled, "Rate exceeded.");
            await bench.TickAsync();
        }

        bench.Cloud.Fail.Clear();
        await bench.UntilAsync(id, RolloutPhase.RolledBack);
        Assert.Equal(Percentage.Whole, bench.Cloud.Endpoint.ShareOf("champion"));
        AssertAsBefore(bench.Cloud);
    }

    [Fact]
    public async Task Start_PackageWithoutModel_IsMadeWithLineageAndTheChampionsRole()
    {
        using var bench = Bench();
        bench.Cloud.MissingModels.Add("media-ranker-v8");
        var id = await bench.StartAsync();

        await bench.UntilAsync(id, RolloutPhase.Baking);

        var made = Assert.Single(bench.Cloud.Made);
        Assert.Equal(("media-ranker-v8", "arn:package/media-ranker/8", "media-ranker-v7"), (made.ModelName, made.PackageArn, made.LikeModel));
        Assert.Equal((id.Value, "9f3c2e1"), (made.Tags["canaryconsole:rollout"], made.Tags["canaryconsole:lineage:git_commit"]));
    }

    [Fact]
    public async Task Quarantine_AfterAnAutomaticRollback_RefusesTheArtifactUnlessAReasonIsGiven()
    {
        using var bench = Bench();
        bench.Cloud.ChallengerErrors = 1;
        var id = await bench.StartAsync(MonitorBench.Request() with { Quarantine = true });
        await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Contains("10 %", bench.Cloud.Rejected["arn:package/media-ranker/8"], StringComparison.Ordinal);
        var refused = Assert.IsType<CommandResult.Refused>(await bench.Rollouts.StartAsync(MonitorBench.Request() with { PackageVersion = 9 }, "ann", CancellationToken.None));
        Assert.Equal((RefusalKind.Conflict, "overrideQuarantine"), (refused.Kind, refused.Field));
        Assert.Contains($"(S3 ETag 0f3c1de) is in quarantine since rollout {id}", refused.Reason, StringComparison.Ordinal);

        bench.Cloud.ChallengerErrors = 0;
        var again = await bench.StartAsync(MonitorBench.Request() with { PackageVersion = 9, OverrideQuarantine = "the feature store was at fault" });
        Assert.Equal("the feature store was at fault", (await bench.Rollouts.FindAsync(again, CancellationToken.None))!.State.Plan.Surroundings!.QuarantineOverride);
    }

    [Fact]
    public async Task Quarantine_AfterARollbackByHand_IsLeftOut()
    {
        using var bench = Bench();
        var id = await bench.StartAsync(MonitorBench.Request() with { Quarantine = true });
        await bench.UntilAsync(id, RolloutPhase.Baking);

        await bench.Rollouts.RollBackAsync(id, "looks odd", "ann", CancellationToken.None);
        await bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Empty(bench.Cloud.Rejected);
    }

    private static MonitorBench Bench()
    {
        var clock = new ManualTimeProvider();
        return new MonitorBench(cloud: Cloud(clock), clock: clock);
    }

    private static FakeCloud Cloud(ManualTimeProvider clock)
    {
        var cloud = new FakeCloud(clock);
        cloud.Scaling["champion"] = FakeCloud.ChampionScaling;
        return cloud;
    }

    private static void AssertScaling(VariantScaling expected, FakeCloud cloud)
    {
        var standing = Assert.Single(cloud.Scaling).Value;
        Assert.True(expected.IsSameAs(standing), $"{standing} is not {expected}");
    }

    private static void AssertAsBefore(FakeCloud cloud)
    {
        AssertScaling(FakeCloud.ChampionScaling, cloud);
        Assert.Equal(new KeyValuePair<string, string>("team", "media"), Assert.Single(cloud.Tags));
    }
}
