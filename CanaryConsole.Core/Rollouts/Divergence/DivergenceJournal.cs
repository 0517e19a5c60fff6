using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Changes made by somebody else, told to people.</summary>
internal static class DivergenceJournal
{
    public static string Sentence(RolloutEvent.DivergenceEvent happened, RolloutPlan plan) => happened switch
    {
        RolloutEvent.DivergenceEvent.EndpointDiverged diverged =>
            $"{Journal.Stopped("Changed outside this rollout", diverged.Divergence.Told)} Paused until a person adopts it or restores what was there; the guardrails keep watching.",
        RolloutEvent.DivergenceEvent.DivergenceEnded => $"As wanted again on {plan.Endpoint}, by no order of this rollout. Time and evidence of the share count from now.",
        RolloutEvent.DivergenceEvent.DivergenceAdopted adopted => $"Adopted what is there: the challenger keeps {adopted.Share}, on configuration {adopted.Seen.ConfigName}, and bakes anew.",
        RolloutEvent.DivergenceEvent.RestoreOrdered { Config: true } => "Restoring what was there: our configuration first, then the weights.",
        RolloutEvent.DivergenceEvent.RestoreOrdered => "Restoring what was there: the weights are set again, and the share bakes anew.",
        RolloutEvent.DivergenceEvent.ConfigRestoreRequested requested =>
            $"Asked for configuration {requested.ConfigName} again{(requested.Attempt > 1 ? $", attempt {requested.Attempt}" : "")}.",
        RolloutEvent.DivergenceEvent.ConfigRestored restored => $"Read back: {plan.Endpoint} runs on configuration {restored.ConfigName} again. The weights follow.",
        RolloutEvent.DivergenceEvent.RestoreFailed failed => Journal.Stopped("Not restored", failed.Reason),
        _ => throw new UnreachableException(),
    };
}
