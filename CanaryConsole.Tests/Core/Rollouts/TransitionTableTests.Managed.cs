using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

public partial class TransitionTableTests
{
    private static readonly EndpointDescription Old = ManagedSamples.Serving(ManagedSamples.OldConfig);
    private static readonly EndpointDescription BakingNow = ManagedSamples.Updating(ManagedSamples.NewConfig, PendingStage.Baking, 0.1);

    private static Dictionary<string, Func<RolloutState, RolloutInput>> ManagedInputs => new()
    {
        ["managed look: old configuration, moments later"] = state => Look(state.PhaseSince.AddSeconds(5), Old, RolloutSamples.Healthy),
        ["managed look: old configuration"] = state => Look(Soon(state), Old, RolloutSamples.Healthy),
        ["managed look: old configuration, and it was ours"] = state => Look(
            Soon(state), Old with { LastDeploymentAlarms = [ManagedSamples.Abort], FailureReason = "an alarm tripped" }, RolloutSamples.Healthy),
        ["managed look: new configuration"] = state => Look(Soon(state), ManagedSamples.Serving(ManagedSamples.NewConfig), RolloutSamples.Healthy),
        ["managed look: new configuration, late"] = state => Look(Late(state), ManagedSamples.Serving(ManagedSamples.NewConfig), RolloutSamples.Healthy),
        ["managed look: new configuration, breach"] = state => Look(Soon(state), ManagedSamples.Serving(ManagedSamples.NewConfig), RolloutSamples.Breach),
        ["managed look: configuration of somebody else"] = state => Look(Soon(state), ManagedSamples.Serving("by-hand"), RolloutSamples.Healthy),
        ["managed look: new fleet starts"] = state => Look(Soon(state), ManagedSamples.Updating(ManagedSamples.NewConfig, PendingStage.Creating, 0), RolloutSamples.Healthy),
        ["managed look: bakes as known"] = state => Look(Soon(state), BakingNow, RolloutSamples.Healthy),
        ["managed look: bakes, breach"] = state => Look(Soon(state), BakingNow, RolloutSamples.Breach),
        ["managed look: bakes, no metrics of the fleet"] = state => Look(Soon(state), BakingNow, Nothing),
        ["managed look: bakes, overdue"] = state => Look(state.PhaseSince.AddMinutes(90), BakingNow, RolloutSamples.Healthy),
        ["managed look: past its alarms"] = state => Look(Soon(state), ManagedSamples.Updating(ManagedSamples.NewConfig, PendingStage.None, 1), RolloutSamples.Healthy),
        ["managed look: SageMaker rolls back"] = state => Look(Soon(state), BakingNow with { Status = EndpointStatus.RollingBack }, RolloutSamples.Healthy),
        ["managed look: updating by somebody else"] = state => Look(Soon(state), ManagedSamples.Updating("by-hand", PendingStage.Creating, 0), RolloutSamples.Healthy),
        ["managed look: updating back"] = state => Look(Soon(state), ManagedSamples.Updating(ManagedSamples.OldConfig, PendingStage.Creating, 0), RolloutSamples.Healthy),
        ["managed look: a mix of both configurations"] = state => Look(Soon(state), ManagedSamples.Serving(ManagedSamples.OldConfig, EndpointStatus.UpdateRollbackFailed), RolloutSamples.Healthy),
        ["managed look: unreachable"] = state => new RolloutInput.Observe(Soon(state), null, "throttled", [RolloutSamples.Assessed(RolloutSamples.Healthy)]),
        ["managed alarms: as known"] = state => Seen(state, AlarmState.InsufficientData),
        ["managed alarms: one in ALARM"] = state => Seen(state, AlarmState.Alarm),
        ["managed alarms: one in ALARM, SageMaker rolls back"] = state => Seen(state, AlarmState.Alarm) with { RollsBack = true },
        ["managed alarms: unreadable"] = state => new RolloutInput.ManagedInput.ReportAlarms(Soon(state), [], Problem: "throttled"),
        ["managed alarms: unreadable, SageMaker rolls back"] = state => new RolloutInput.ManagedInput.ReportAlarms(Soon(state), [], RollsBack: true, "throttled"),
        ["managed pause"] = state => new RolloutInput.Pause(Soon(state), "ann", "lunch"),
        ["managed roll back"] = state => new RolloutInput.RollBack(Soon(state), "ann", "looks odd", []),
        ["managed cancel"] = state => new RolloutInput.Cancel(Soon(state), "ann", "changed our mind"),
        ["managed refused for good"] = state => new RolloutInput.ReportRefusal(Soon(state), "access denied"),
    };

    private static RolloutState StateFor(string input, RolloutPhase phase) =>
        input.StartsWith("managed ", StringComparison.Ordinal) ? ManagedSamples.In(phase) : RolloutSamples.In(phase);

    private static RolloutInput.ManagedInput.ReportAlarms Seen(RolloutState state, AlarmState errors) => new(Soon(state), ManagedSamples.Alarms(errors));
}
