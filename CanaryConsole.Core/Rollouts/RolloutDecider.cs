using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What a rollout does about an input, in every phase. Pure: no clock, no I/O; the time comes with the input.</summary>
public static class RolloutDecider
{
    public static Decision Decide(RolloutState state, RolloutInput input) => (state, input) switch
    {
        // Nothing happens here: a finished rollout has nothing left to watch.
        ({ IsFinished: true }, { Actor: RolloutInput.Monitor }) => Decision.Nothing,
        ({ IsFinished: true }, _) => new Decision.Refused($"Rollout {state.Id} is finished ({state.Phase}); start a new one instead."),
        (_, RolloutInput.Approve approve) => CommandDecisions.Approve(state, approve),
        (_, RolloutInput.Pause pause) => CommandDecisions.Pause(state, pause),
        (_, RolloutInput.Resume) => CommandDecisions.Resume(state),
        (_, RolloutInput.Promote promote) => CommandDecisions.Promote(state, promote),
        (_, RolloutInput.MoveShare move) => CommandDecisions.MoveShare(state, move),
        (_, RolloutInput.RollBack rollBack) => CommandDecisions.RollBack(state, rollBack),
        (_, RolloutInput.Cancel cancel) => CommandDecisions.Cancel(state, cancel),
        (_, RolloutInput.Adopt) => DivergenceDecisions.Adopt(state),
        (_, RolloutInput.Restore) => DivergenceDecisions.Restore(state),
        (_, RolloutInput.SkipStep skip) => StepDecisions.Skip(state, skip),
        (_, RolloutInput.JumpToStep jump) => StepDecisions.Jump(state, jump),
        (_, RolloutInput.RestartSteps restart) => StepDecisions.Restart(state, restart),
        (_, RolloutInput.ExtendBake extend) => StepDecisions.Extend(state, extend),
        (_, RolloutInput.Refuse refuse) => CommandDecisions.Refuse(state, refuse),
        (_, RolloutInput.Observe observed) => ObservationDecisions.Observe(state, observed),
        (_, RolloutInput.ReportSmokeTest report) => ReportDecisions.SmokeTest(state, report),
        (_, RolloutInput.ReportRefusal report) => ReportDecisions.Refusal(state, report),
        (_, RolloutInput.ShadowInput shadow) => ShadowDecisions.Decide(state, shadow),
        (_, RolloutInput.ManagedInput managed) => ManagedDecisions.Decide(state, managed),
        (_, RolloutInput.TaskInput task) => TaskDecisions.Decide(state, task),
        (_, RolloutInput.ProbeInput probe) => ProbeDecisions.Decide(state, probe),
        _ => throw new UnreachableException(),
    };
}
