using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Presentation;

public class RolloutTimelineTests
{
    [Fact]
    public void Of_Baking_MarksWhatIsDoneNowAndAhead() => Assert.Equal(
    [
        new("Prepare", "4 min", NodeState.Done),
        new("Smoke test", "3 of 3", NodeState.Done),
        new("5 %", "10 min", NodeState.Done),
        new("25 %", "setting…", NodeState.Now, RolloutBuilder.Start.AddMinutes(25)),
        new("Gate", "approve", NodeState.Ahead),
        new("50 %", "10 min", NodeState.Ahead),
        new("100 %", "", NodeState.Ahead),
        new("Soak", "30 min", NodeState.Ahead),
    ], Of(new RolloutBuilder(gate: true).BakingAt25()));

    [Fact]
    public void Of_ShareMovedByHand_SaysTheShareThatIsHeld() => Assert.Equal(
        "40 %", Of(new RolloutBuilder().BakingAt25().Then(16, new RolloutEvent.ShareMoved(CanaryConsole.Core.Percentage.FromPercent(40), null)))[3].Name);

    [Fact]
    public void Of_AtGate_IsPastTheShareItGuards()
    {
        var nodes = Of(new RolloutBuilder(gate: true).BakingAt25().Then(26, new RolloutEvent.GateReached(1)));

        Assert.Equal("Gate", Assert.Single(nodes, node => node.State == NodeState.Now).Name);
    }

    [Fact]
    public void Of_PausedAtGate_StaysAtTheGate()
    {
        var nodes = Of(new RolloutBuilder(gate: true).BakingAt25().Then(26, new RolloutEvent.GateReached(1)).Then(27, new RolloutEvent.RolloutPaused("x")));

        Assert.Equal(new TimelineNode("Gate", "paused", NodeState.Now), Assert.Single(nodes, node => node.State == NodeState.Now));
    }

    [Fact]
    public void Of_RolledBack_EndsWhereItTurned() => Assert.Equal(
        ["Prepare Done", "Smoke test Done", "5 % Done", "25 % Failed", "Rolled back Failed"],
        Of(new RolloutBuilder().BakingAt25()
            .Then(18, new RolloutEvent.RollbackStarted("errors", true, []))
            .Then(19, new RolloutEvent.RolledBack(TimeSpan.FromSeconds(60)))).Select(node => $"{node.Name} {node.State}"));

    [Fact]
    public void Of_RolledBackWhileSoaking_EndsAtTheSoak() => Assert.Equal(
        "Soak Failed, Rolling back Now",
        string.Join(", ", Of(new RolloutBuilder().Soaking().Then(30, new RolloutEvent.RollbackStarted("errors", true, []))).TakeLast(2).Select(node => $"{node.Name} {node.State}")));

    [Fact]
    public void Of_Completed_IsDoneThroughout() => Assert.All(
        Of(new RolloutBuilder().Soaking().Then(55, new RolloutEvent.RolloutCompleted())), node => Assert.Equal(NodeState.Done, node.State));

    [Fact]
    public void Of_AwaitingApproval_StartsWithIt() => Assert.Equal(
        new TimelineNode("Approval", "needs you", NodeState.Now), Of(new RolloutBuilder(approval: true).Then(0, new RolloutEvent.ApprovalRequested()))[0]);

    [Fact]
    public void Of_Shadowing_StandsBeforeTheSmokeTest() => Assert.Equal(
        ["Prepare Done", "Shadow Now", "Smoke test Ahead", "5 % Ahead"],
        Words(new RolloutBuilder().Then(0, new RolloutEvent.PreparationStarted()).Then(4, new RolloutEvent.ShadowEvent.ShadowReady("config-1"))).Take(4));

    [Fact]
    public void Of_ShadowOver_KeepsItsStation() => Assert.Equal(
        ["Prepare Done", "Shadow Done", "Smoke test Now"],
        Words(new RolloutBuilder().Then(0, new RolloutEvent.PreparationStarted()).Then(4, new RolloutEvent.ShadowEvent.ShadowReady("config-1"))
            .Then(9, new RolloutEvent.VariantReady("config-2"))).Take(3));

    [Fact]
    public void Of_RolledBackFromTheShadow_EndsThere() => Assert.Equal(
        ["Prepare Done", "Shadow Failed", "Rolling back Now"],
        Words(new RolloutBuilder().Then(0, new RolloutEvent.PreparationStarted()).Then(4, new RolloutEvent.ShadowEvent.ShadowReady("config-1"))
            .Then(9, new RolloutEvent.RollbackStarted("slow", true, []))));

    [Fact]
    public void Of_Deploying_HasOneStationInsteadOfSteps() => Assert.Equal(
        ["Prepare Done", "Deploy Now", "Soak Ahead"],
        Words(new RolloutBuilder().Then(0, new RolloutEvent.PreparationStarted()).Then(4, new RolloutEvent.ManagedEvent.DeploymentRequested(1, "config-1"))));

    [Fact]
    public void Of_DeploymentAheadAndThenUnderWay_PreparesItsAlarmsAndNoVariantAtWeight0()
    {
        var waiting = ManagedSamples.In(RolloutPhase.AwaitingApproval);
        var asked = waiting with { Plan = waiting.Plan with { ApprovalRequired = true } };

        Assert.Equal(new TimelineNode("Prepare", "alarms first", NodeState.Ahead), RolloutTimeline.Of(asked, [])[1]);
        Assert.Equal(
            new TimelineNode("Prepare", "4 min", NodeState.Done),
            Of(new RolloutBuilder().Then(0, new RolloutEvent.PreparationStarted()).Then(4, new RolloutEvent.ManagedEvent.DeploymentRequested(1, "config-1")))[0]);
    }

    [Fact]
    public void Of_RestoringAfterRollback_EndsWhereItTurnedAndPutsBack() => Assert.Equal(
        ["Prepare Done", "Smoke test Done", "5 % Done", "25 % Failed", "Rolled back Failed", "Restore Now"],
        Words(new RolloutBuilder().BakingAt25()
            .Then(18, new RolloutEvent.RollbackStarted("errors", true, []))
            .Then(19, new RolloutEvent.TaskEvent.RestorationStarted(RolloutPhase.RolledBack))));

    [Fact]
    public void Of_RestoringAfterTheSoak_IsDoneUpToThere()
    {
        var nodes = Of(new RolloutBuilder().Soaking().Then(55, new RolloutEvent.TaskEvent.RestorationStarted(RolloutPhase.Completed)));

        Assert.All(nodes.SkipLast(1), node => Assert.Equal(NodeState.Done, node.State));
        Assert.Equal(new TimelineNode("Restore", "putting back", NodeState.Now), nodes[^1]);
    }

    [Fact]
    public void Of_Restored_SaysHowLongThatTook() => Assert.Equal(
        new TimelineNode("Restore", "3 min", NodeState.Done),
        Of(new RolloutBuilder().Soaking().Then(55, new RolloutEvent.TaskEvent.RestorationStarted(RolloutPhase.Completed)).Then(58, new RolloutEvent.RolloutCompleted()))[^1]);

    [Fact]
    public void Of_EveryPhase_HasOneStationAtMostNow()
    {
        var rollout = new RolloutBuilder(approval: true, gate: true).BakingAt25().Build();
        foreach (var phase in Enum.GetValues<RolloutPhase>())
        {
            var nodes = RolloutTimeline.Of(rollout.State with { Phase = phase }, rollout.Events);

            Assert.True(nodes.Count(node => node.State == NodeState.Now) <= 1, phase.ToString());
        }
    }

    private static IEnumerable<string> Words(RolloutBuilder builder) => Of(builder).Select(node => $"{node.Name} {node.State}");

    private static IReadOnlyList<TimelineNode> Of(RolloutBuilder builder)
    {
        var rollout = builder.Build();
        return RolloutTimeline.Of(rollout.State, rollout.Events);
    }
}
