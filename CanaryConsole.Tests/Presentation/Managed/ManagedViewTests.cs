using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Managed;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Presentation.Managed;

public sealed class ManagedViewTests
{
    [Fact]
    public void Of_PlanByWeights_IsNothing() => Assert.Null(ManagedView.Of(RolloutSamples.In(RolloutPhase.Baking), null));

    [Fact]
    public void Of_DeploymentThatBakes_ShowsBothFleetsAndTheWay()
    {
        var view = ManagedView.Of(ManagedSamples.In(RolloutPhase.Deploying), null)!;

        Assert.Equal(("blue/green, canary 10 %, bake 10 min", "bakes at 10 %", Tone.Info), (view.Plan, view.Stage.Text, view.Stage.Tone));
        Assert.Equal(("2 instances", Percentage.FromPercent(90), ManagedSamples.OldConfig), (view.Old.Instances, view.Old.Share, view.Old.Config));
        Assert.Equal(("2 of 2 instances", Percentage.FromPercent(10), ManagedSamples.NewConfig), (view.New.Instances, view.New.Share, view.New.Config));
        Assert.Equal([("10 %", NodeState.Now), ("100 %", NodeState.Ahead)], view.Steps);
        Assert.Equal((ManagedSamples.Errors, "Error rate below 1 %", "no data yet"), (view.Alarms[0].Name, view.Alarms[0].What, view.Alarms[0].State.Text));
        Assert.Equal("OK", view.Abort!.State.Text);
        Assert.Equal(view.RequestedAt + TimeSpan.FromHours(1), view.TimesOutAt);
    }

    [Fact]
    public void Of_RolledBack_IsNoLongerTimed()
    {
        var view = ManagedView.Of(ManagedSamples.In(RolloutPhase.RolledBack), ManagedSamples.Serving(ManagedSamples.OldConfig))!;

        Assert.Equal(("rolled back", "2 instances", "no instances", null), (view.Stage.Text, view.Old.Instances, view.New.Instances, view.TimesOutAt));
    }

    [Fact]
    public void Of_AlarmThatFired_IsBad()
    {
        var state = RolloutEvolution.Evolve(
            ManagedSamples.In(RolloutPhase.Deploying),
            new RecordedRolloutEvent(99, RolloutSamples.Start.AddHours(1), "monitor", new RolloutEvent.ManagedEvent.AlarmStatesSeen(ManagedSamples.Alarms(AlarmState.Alarm))));

        Assert.Equal(("ALARM", Tone.Bad), (ManagedView.Of(state, null)!.Alarms[0].State.Text, ManagedView.Of(state, null)!.Alarms[0].State.Tone));
    }

    [Fact]
    public void Of_AlarmsOfTheConsoleAfterTheyWereDeleted_SaysSoAndKeepsTheTeams()
    {
        var state = ManagedSamples.Fold(
        [
            .. ManagedSamples.Soaking(),
            new RolloutEvent.TaskEvent.RestorationStarted(RolloutPhase.Completed),
            new RolloutEvent.TaskEvent.TaskStarted(RolloutTask.RemoveAlarms, 1),
            new RolloutEvent.TaskEvent.TaskDone(RolloutTask.RemoveAlarms, null),
            new RolloutEvent.RolloutCompleted(),
        ]);

        var view = ManagedView.Of(state, null)!;

        Assert.Equal(("deleted", "deleted"), (view.Alarms[0].State.Text, view.Abort!.State.Text));
    }
}
