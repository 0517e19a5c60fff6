using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Environments;

/// <summary>What an environment asks of a rollout, from the start to the last approval.</summary>
public sealed class EnvironmentRulesTests : IDisposable
{
    private const string Asks = "prod asks for 24 h in dev first, in one go and without a breach; ";

    private readonly EnvironmentBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Start_NeverServedInDev_IsRefusedAndRecordsNothing()
    {
        var reason = await _bench.RefusedAsync(EnvironmentBench.Request("ranker"));

        Assert.Equal($"{Asks}media-ranker v8 has not served there.", reason);
        Assert.Empty(await _bench.Bench.Rollouts.ListAsync(null, 10, CancellationToken.None));
    }

    [Fact]
    public async Task Start_ServedInDevForTwoHours_SaysHowLongAndWhatIsMissing()
    {
        await _bench.ServeInDevAsync(TimeSpan.FromHours(2));

        Assert.Equal($"{Asks}media-ranker v8 has served on ranker-dev for 2 h: 22 h are missing.", await _bench.RefusedAsync(EnvironmentBench.Request("ranker")));
    }

    [Fact]
    public async Task Start_ServedInDevForADay_HasTheEvidenceInItsPlan()
    {
        var dev = await _bench.ServeInDevAsync(TimeSpan.FromHours(24));

        var started = Assert.IsType<CommandResult.Accepted>(await _bench.StartAsync(EnvironmentBench.Request("ranker"))).State;

        var evidence = new ServedEvidence("dev", "ranker-dev", _bench.Now.AddHours(-24), _bench.Now, TimeSpan.FromHours(24), 0, dev);
        Assert.Equal(new PlanEnvironment("prod", 2, false, evidence, new ArtifactDigest("0f3c1de", "S3 ETag")), started.Plan.Environment);
        Assert.Equal(PlanDigest.Of(started.Plan), started.PlanDigest);
        Assert.NotEqual(started.PlanDigest, PlanDigest.Of(started.Plan with { Environment = started.Plan.Environment! with { Evidence = evidence with { Breaches = 1 } } }));
    }

    [Fact]
    public async Task Look_AtAModelWithoutAPackage_SaysThatOnlyAVersionCanShowIt()
    {
        var finding = await _bench.Bench.Service<IPredecessorDesk>().LookAsync(EnvironmentBench.Prod, null, null, CancellationToken.None);

        Assert.Equal(new PredecessorFinding(null, $"{Asks}only a version of the registry can show that, and this model was made of none."), finding);
    }

    [Fact]
    public async Task Start_StrategyThatIsNotAllowed_NamesThoseThatAre()
    {
        var refused = Assert.IsType<CommandResult.Refused>(await _bench.StartAsync(EnvironmentBench.Request("ranker") with { Strategy = Strategy.Linear }));

        Assert.Equal(("strategy", "strategy is linear; prod allows allAtOnce, canary."), (refused.Field, refused.Reason));
    }

    [Fact]
    public async Task Start_InDev_AsksNothing()
    {
        var started = Assert.IsType<CommandResult.Accepted>(await _bench.StartAsync(EnvironmentBench.Request("ranker-dev"))).State;

        Assert.Equal((new PlanEnvironment("dev", 0, false), 0), (started.Plan.Environment!, started.Plan.ApprovalsNeeded));
    }

    [Fact]
    public async Task Approve_ByTwoOthers_PreparesAfterTheSecond()
    {
        var waiting = await _bench.WaitingInProdAsync();

        var self = Assert.IsType<CommandResult.Refused>(await _bench.ApproveAsync(waiting, "ann"));
        var first = Assert.IsType<CommandResult.Accepted>(await _bench.ApproveAsync(waiting, "ben")).State;
        var twice = Assert.IsType<CommandResult.Refused>(await _bench.ApproveAsync(waiting, "ben"));
        var second = Assert.IsType<CommandResult.Accepted>(await _bench.ApproveAsync(waiting, "cleo")).State;

        Assert.Contains("ann started it, and prod takes no approval of whoever did", self.Reason, StringComparison.Ordinal);
        Assert.Contains("ben has approved it already", twice.Reason, StringComparison.Ordinal);
        Assert.Equal((RolloutPhase.AwaitingApproval, 1, RolloutPhase.Preparing, 0), (first.Phase, first.ApprovalsMissing, second.Phase, second.ApprovalsMissing));
        Assert.Equal([("ben", waiting.PlanDigest), ("cleo", waiting.PlanDigest)], second.Approvals.Select(approval => (approval.Actor, approval.PlanDigest!)));
    }

    [Fact]
    public async Task Approve_AfterTheArtifactHasChanged_IsRefused()
    {
        var waiting = await _bench.WaitingInProdAsync();
        await _bench.ApproveAsync(waiting, "ben");
        _bench.Bench.Cloud.Digest = new ArtifactDigest("ffff", "S3 ETag");

        var refused = Assert.IsType<CommandResult.Refused>(await _bench.ApproveAsync(waiting, "cleo"));

        Assert.Equal(
            $"Rollout {waiting.Id} cannot be approved: the artifact of media-ranker-v8 was S3 ETag 0f3c1de when this was planned and is S3 ETag ffff now; cancel it and start a new one.",
            refused.Reason);
    }

    [Fact]
    public void Breach_OfAGuard_IsTheNewestThatTheConsoleActedOnByItself()
    {
        var at = new DateTimeOffset(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);
        RecordedRolloutEvent[] events =
        [
            new(2, at, "monitor", new RolloutEvent.RolloutPaused("error rate 8 %; automatic rollback is off")),
            new(3, at.AddMinutes(1), "ann", new RolloutEvent.RolloutResumed()),
            new(4, at.AddMinutes(2), "ann", new RolloutEvent.RolloutPaused("lunch")),
            new(5, at.AddMinutes(3), "ann", new RolloutEvent.RollbackStarted("by hand", Automatic: false, [])),
        ];
        var state = Rollouts.RolloutSamples.In(RolloutPhase.Baking);

        Assert.Equal(new PackageBreach(at, "error rate 8 %; automatic rollback is off"), PackageBreach.Newest(new RolloutRecord(state, events)));
        Assert.Null(PackageBreach.Newest(new RolloutRecord(state, events[1..])));
        Assert.Equal(at.AddHours(1), PackageBreach.Newest(new RolloutRecord(state, [.. events, new(6, at.AddHours(1), "monitor", new RolloutEvent.RollbackStarted("p99", true, []))]))!.At);
    }
}
