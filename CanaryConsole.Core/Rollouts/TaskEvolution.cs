using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Folds the events of what surrounds the traffic.</summary>
internal static class TaskEvolution
{
    public static RolloutState Apply(RolloutState state, RolloutEvent.TaskEvent happened, DateTimeOffset at) => happened switch
    {
        RolloutEvent.TaskEvent.RestorationStarted started => RolloutEvolution.Enter(state, RolloutPhase.Restoring, at) with { Ending = started.Ending, Reason = started.Reason ?? state.Reason },
        _ => throw new UnreachableException(),
    };
}
