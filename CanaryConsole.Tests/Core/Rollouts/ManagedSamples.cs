using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

/// <summary>States of a managed deployment, and the looks it meets.</summary>
internal static class ManagedSamples
{
    public const string OldConfig = "media-ranker-config";

    public static readonly string NewConfig = Reconciler.ConfigName(RolloutSamples.Id);

    public static readonly string Errors = $"canaryconsole-{RolloutSamples.Id}-errors";

    public static readonly string Abort = $"canaryconsole-{RolloutSamples.Id}-abort";

    /// <summary>A phase that no managed deployment comes through is one of a rollout by weights.</summary>
    public static RolloutState In(RolloutPhase phase) => phase switch
    {
        RolloutPhase.SmokeTesting or RolloutPhase.Shadowing or RolloutPhase.Baking or RolloutPhase.AtGate or RolloutPhase.Promoting => RolloutSamples.In(phase),
        _ => Fold(phase switch
        {
            RolloutPhase.Planned => [],
            RolloutPhase.AwaitingApproval => [new RolloutEvent.ApprovalRequested()],
            RolloutPhase.Preparing => Ready(),
            RolloutPhase.Deploying => Baking(),
            RolloutPhase.Soaking => Soaking(),
            RolloutPhase.Paused => [.. Soaking(), new RolloutEvent.RolloutPaused("lunch")],
            RolloutPhase.RollingBack => [.. Baking(), new RolloutEvent.RollbackStarted("breach", true, [])],
            RolloutPhase.Restoring => [.. Baking(), new RolloutEvent.RollbackStarted("breach", true, []), new RolloutEvent.TaskEvent.RestorationStarted(RolloutPhase.RolledBack)],
            RolloutPhase.Completed => [.. Soaking(), new RolloutEvent.RolloutCompleted()],
            RolloutPhase.RolledBack => [.. Baking(), new RolloutEvent.RollbackStarted("breach", true, []), new RolloutEvent.RolledBack(TimeSpan.Zero)],
            RolloutPhase.Cancelled => [new RolloutEvent.RolloutCancelled("changed our mind")],
            _ => [.. Baking(), new RolloutEvent.RolloutBlocked("endpoint failed")],
        }),
    };

    public static RolloutState Fold(params RolloutEvent[] events) => RolloutSamples.Fold(RolloutSamples.ManagedPlan(), events);

    public static RolloutEvent[] Ready() =>
        [new RolloutEvent.PreparationStarted(), new RolloutEvent.ManagedEvent.AlarmsRequested([Errors, Abort]), new RolloutEvent.ManagedEvent.AlarmsReady(Alarms(AlarmState.InsufficientData))];

    public static RolloutEvent[] Requested() => [.. Ready(), new RolloutEvent.ManagedEvent.DeploymentRequested(1, NewConfig)];

    public static RolloutEvent[] Baking() =>
        [.. Requested(), new RolloutEvent.ManagedEvent.DeploymentProgressed(new ManagedProgress(PendingStage.Baking, Percentage.FromPercent(10), 2, 2, 2, null))];

    public static RolloutEvent[] Soaking() =>
        [.. Baking(), new RolloutEvent.ManagedEvent.DeploymentConfirmed(NewConfig, TimeSpan.FromMinutes(20), EndpointSight.Of(Serving(NewConfig))), new RolloutEvent.SoakStarted()];

    public static IReadOnlyList<AlarmSighting> Alarms(AlarmState errors, AlarmState abort = AlarmState.Ok) => [new(Errors, errors, null, null), new(Abort, abort, null, null)];

    public static EndpointDescription Serving(string config, EndpointStatus status = EndpointStatus.InService) => RolloutSamples.Endpoint(withChallenger: false, status: status) with
    {
        ConfigName = config,
        Variants = [new VariantDescription("champion", config == NewConfig ? "media-ranker-v8" : "media-ranker-v7", "ml.m5.xlarge", 1, 1, 2, 2)],
    };

    public static EndpointDescription Updating(string config, PendingStage stage, double share) => Serving(config == NewConfig ? OldConfig : NewConfig, EndpointStatus.Updating) with
    {
        Pending = new PendingDeployment(config, RolloutSamples.Start, [new PendingVariant("champion", stage, null, share, 1, 2, 2)]),
    };
}
