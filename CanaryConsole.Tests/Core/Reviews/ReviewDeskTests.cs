using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Reviews;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Reviews;

public class ReviewDeskTests
{
    [Fact]
    public async Task Review_CanaryByWeights_TellsEveryChangeInItsOrder()
    {
        using var bench = new MonitorBench();

        var review = await ReviewAsync(bench, MonitorBench.Request());

        Assert.Equal(
            [
                "Change Endpoint tags: before traffic",
                "Create Endpoint configuration: before traffic",
                "Change Endpoint: before traffic",
                "Change Endpoint weights: at 25 %",
                "Change Endpoint weights: at 100 %",
                "Create Endpoint configuration: after the soak",
                "Change Endpoint: after the soak",
                "Change Endpoint tags: after the soak",
                "Change Endpoint weights: on rollback only",
                "Change Endpoint tags: on rollback only",
            ],
            review.Changes.Select(change => $"{change.Kind} {change.Resource}: {change.When}"));
        Assert.Contains("challenger-v8: media-ranker-v8 on 2 x ml.m5.xlarge, 0 % of the traffic", review.Changes[2].After, StringComparison.Ordinal);
        Assert.Empty(await bench.Rollouts.ListAsync(null, 10, CancellationToken.None));
    }

    [Fact]
    public async Task Review_CanaryByWeights_DatesItsStages()
    {
        using var bench = new MonitorBench();

        var review = await ReviewAsync(bench, MonitorBench.Request() with { ApprovalRequired = true, Steps = [new StepRequest(0.25, 5, Gate: true)] });

        Assert.Equal(["approval", "preparation", "25 %", "gate after 25 %", "soak"], review.Timeline.Select(stage => stage.Name));
        Assert.Equal([0, 0, 0, 5, 5], review.Timeline.Select(stage => (stage.At - review.From).TotalMinutes));
        Assert.Equal(["A person must approve before anything is prepared.", "A person must approve after 25 %."], review.Approvals);
    }

    [Fact]
    public async Task Review_EndpointWithTraffic_CountsTheRequestsOfEachStage()
    {
        using var bench = new MonitorBench();
        await bench.TickAsync();
        await bench.TickAsync();

        var review = await ReviewAsync(bench, MonitorBench.Request());

        var (step, soak) = (review.Timeline.Single(stage => stage.Name == "25 %"), review.Timeline.Single(stage => stage.Name == "soak"));
        Assert.True(step.Requests > 0);
        Assert.InRange(soak.Requests!.Value, (step.Requests!.Value * 4) - 4, (step.Requests.Value * 4) + 4);
        Assert.Equal(0, review.Timeline[0].Requests);
    }

    [Fact]
    public async Task Review_EndpointRolledOutOnBefore_TellsWhatTheWayBackTookThen()
    {
        using var bench = new MonitorBench();
        var first = await ReviewAsync(bench, MonitorBench.Request());
        await bench.UntilAsync(await bench.StartAsync(MonitorBench.Request() with { KeepChampion = true }), RolloutPhase.Completed);

        var second = await ReviewAsync(bench, MonitorBench.Request() with { ChallengerVariant = "again" });

        Assert.Contains(first.Rollback, sentence => sentence.Contains("has not been measured yet", StringComparison.Ordinal));
        Assert.Contains(second.Rollback, sentence => sentence.Contains("a change of weights took ", StringComparison.Ordinal));
        Assert.True(second.Timeline[0].For > TimeSpan.Zero);
    }

    [Fact]
    public async Task Review_RequestThatAStartWouldRefuse_IsRefusedInTheSameWords()
    {
        using var bench = new MonitorBench();
        var request = MonitorBench.Request() with { PackageVersion = 11 };

        var started = Assert.IsType<CommandResult.Refused>(await bench.Rollouts.StartAsync(request, "ann", CancellationToken.None));
        var reviewed = Assert.IsType<ReviewResult.Refused>(await bench.Service<IReviewDesk>().ReviewAsync(request, CancellationToken.None));

        Assert.Equal((started.Kind, started.Field, started.Reason), (reviewed.Kind, reviewed.Field, reviewed.Reason));
    }

    [Fact]
    public async Task Walk_EveryTaskOfTheEngine_IsTold()
    {
        using var bench = new MonitorBench();
        var ground = await GroundAsync(bench);
        var origin = PlannedEndpoint.Of(ground.Endpoint, ground.Before);

        foreach (var task in Enum.GetValues<RolloutTask>())
        {
            new PlanWalk(ground.State, ground.Before, origin, origin, bench.Cloud).Do(task, "now");
        }
    }

    [Fact]
    public async Task DryRun_EverythingThere_Passes()
    {
        using var bench = new MonitorBench();

        var report = await bench.Service<IReviewDesk>().DryRunAsync(MonitorBench.Request(), CancellationToken.None);

        Assert.True(report.Passed, string.Join("; ", report.Checks));
        Assert.Contains(report.Checks, check => check.Name == "Endpoint media-ranker");
        Assert.Contains(report.Checks, check => check.Name == "Package media-ranker v8");
    }

    [Fact]
    public async Task DryRun_PartOfTheChampionIsGone_FailsAndSaysWhich()
    {
        using var bench = new MonitorBench();
        bench.Cloud.Missing.Add(ReadinessCheck.Failed("Model artifact s3://m/v7.tar.gz", "it does not exist"));

        var report = await bench.Service<IReviewDesk>().DryRunAsync(MonitorBench.Request(), CancellationToken.None);

        Assert.Contains(new DryRunCheck("Model artifact s3://m/v7.tar.gz", DryRunResult.Failed, "It does not exist."), report.Checks);
        Assert.False(report.Passed);
    }

    [Fact]
    public async Task DryRun_AlarmOfAGuardrailMissing_Fails()
    {
        using var bench = new MonitorBench();
        bench.Cloud.Alarms["there"] = AlarmState.Ok;
        var guardrails = new[] { "there", "gone" }.Select(name => new GuardrailRequest { Kind = "alarmState", Name = name, AlarmName = name }).ToList();

        var report = await bench.Service<IReviewDesk>().DryRunAsync(MonitorBench.Request() with { Guardrails = guardrails }, CancellationToken.None);

        Assert.Contains(new DryRunCheck("Alarm there", DryRunResult.Passed, null), report.Checks);
        Assert.Contains(new DryRunCheck("Alarm gone", DryRunResult.Failed, "It does not exist in this account and region."), report.Checks);
    }

    [Fact]
    public async Task DryRun_ProbeThatNeverAnswers_IsUnknownOnceItsTimeIsUp()
    {
        using var bench = new MonitorBench();
        bench.Cloud.Probed = new TaskCompletionSource();

        var running = bench.Service<IReviewDesk>().DryRunAsync(MonitorBench.Request(), CancellationToken.None);
        bench.Clock.Advance(TimeSpan.FromSeconds(20));
        var report = await running.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Contains(new DryRunCheck("Variant champion", DryRunResult.Unknown, "No answer came in time; run it again."), report.Checks);
        Assert.False(report.Passed);
    }

    private static async Task<ReviewGround> GroundAsync(MonitorBench bench)
    {
        var prepared = Assert.IsType<PreparationResult.Made>(await bench.Service<PlanPreparation>().PrepareAsync(MonitorBench.Request(), CancellationToken.None)).Prepared;
        return await bench.Service<ReviewGrounds>().GatherAsync(prepared, CancellationToken.None);
    }

    private static async Task<PlanReview> ReviewAsync(MonitorBench bench, RolloutRequest request) =>
        Assert.IsType<ReviewResult.Made>(await bench.Service<IReviewDesk>().ReviewAsync(request, CancellationToken.None)).Review;
}
