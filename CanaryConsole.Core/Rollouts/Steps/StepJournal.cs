using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>A hand on the steps, told to people, who count from 1.</summary>
internal static class StepJournal
{
    public static string Sentence(RolloutEvent.StepEvent happened, RolloutPlan plan) => happened switch
    {
        RolloutEvent.StepEvent.StepSkipped skipped => Journal.Stopped($"Skipped the rest of step {skipped.Step + 1} of {plan.Steps.Count}", skipped.Reason),
        RolloutEvent.StepEvent.StepJumped jumped => Journal.Stopped($"Jumped to step {jumped.To + 1} of {plan.Steps.Count}", jumped.Reason),
        RolloutEvent.StepEvent.StepsRestarted restarted => Journal.Stopped("Started the steps over", restarted.Reason),
        RolloutEvent.StepEvent.BakeExtended extended => Journal.Stopped($"Extended the bake by {Journal.Lasting(extended.By)}", extended.Reason),
        RolloutEvent.StepEvent.GateRefused refused => Journal.Stopped("Refused at the gate", refused.Reason),
        RolloutEvent.StepEvent.HoldLifted lifted => Journal.Stopped("No longer held", lifted.Why),
        _ => throw new UnreachableException(),
    };
}
