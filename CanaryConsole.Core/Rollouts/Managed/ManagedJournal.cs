using System.Diagnostics;
using System.Globalization;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>A managed deployment, told to people.</summary>
internal static class ManagedJournal
{
    public static string Sentence(RolloutEvent.ManagedEvent happened, RolloutPlan plan) => happened switch
    {
        RolloutEvent.ManagedEvent.AlarmsRequested requested => $"Asked CloudWatch for {Journal.Count(requested.Names.Count, "alarm")}: {string.Join(", ", requested.Names)}.",
        RolloutEvent.ManagedEvent.AlarmsReady ready => $"Read back: {Journal.Count(ready.Alarms.Count, "alarm")} stand ready, {States(ready.Alarms)}.",
        RolloutEvent.ManagedEvent.AlarmStatesSeen seen => $"Alarms: {States(seen.Alarms)}.",
        RolloutEvent.ManagedEvent.DeploymentRequested requested =>
            $"Asked SageMaker to deploy {plan.Challenger.ModelName} with configuration {requested.ConfigName}{(requested.Attempt > 1 ? $", attempt {requested.Attempt}" : "")}.",
        RolloutEvent.ManagedEvent.DeploymentProgressed progressed => Progress(progressed.Progress),
        RolloutEvent.ManagedEvent.DeploymentConfirmed confirmed =>
            $"Read back: {plan.Endpoint} is in service with configuration {confirmed.ConfigName}. The deployment took {Journal.Lasting(confirmed.Took)}.",
        RolloutEvent.ManagedEvent.AbortRequested abort => $"Set alarm {abort.AlarmName} to ALARM, until SageMaker rolls back.",
        RolloutEvent.ManagedEvent.RevertRequested revert =>
            $"Asked SageMaker to deploy the old configuration {revert.ConfigName} again, all at once{(revert.Attempt > 1 ? $", attempt {revert.Attempt}" : "")}.",
        _ => throw new UnreachableException(),
    };

    /// <summary>What SageMaker does with the new fleet, in a few words.</summary>
    public static string Stage(PendingStage stage, Percentage share) => stage switch
    {
        PendingStage.Creating => "brings up new instances",
        PendingStage.Updating => "updates instances",
        PendingStage.ActivatingTraffic => "turns on traffic",
        PendingStage.Baking => "bakes",
        PendingStage.Deleting => "removes the new fleet",
        PendingStage.None => share == Percentage.Whole ? "keeps, then removes the old fleet" : "is at work",
        _ => throw new UnreachableException(),
    };

    private static string Progress(ManagedProgress progress) => string.Create(
        CultureInfo.InvariantCulture,
        $"SageMaker {Stage(progress.Stage, progress.Share)}: new fleet {progress.NewInstances} of {progress.NewInstancesWanted} instances with {progress.Share} of the traffic, old fleet {Journal.Count(progress.OldInstances, "instance")}.");

    private static string States(IReadOnlyList<AlarmSighting> alarms) => string.Join(", ", alarms
        .GroupBy(alarm => alarm.State)
        .OrderBy(group => group.Key is AlarmState.Alarm ? 0 : 1)
        .Select(group => $"{Word(group.Key)}: {string.Join(", ", group.Select(alarm => alarm.Name))}"));

    private static string Word(AlarmState state) => state switch
    {
        AlarmState.InsufficientData => "no data yet",
        AlarmState.Ok => "OK",
        AlarmState.Alarm => "ALARM",
        AlarmState.Missing => "missing",
        _ => throw new UnreachableException(),
    };
}
