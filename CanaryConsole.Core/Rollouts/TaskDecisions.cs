using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What surrounds the traffic: prepared before, put back after: what its inputs change.</summary>
internal static class TaskDecisions
{
    public static Decision Decide(RolloutState state, RolloutInput.TaskInput input) => input switch
    {
        _ => throw new UnreachableException($"{state.Id}: {input.GetType().Name}"),
    };

    /// <summary>What has to be done before the challenger is brought up; null once all of it is.</summary>
    public static Decision? Prepare(RolloutState state, RolloutInput.Observe observed) => null;

    /// <summary>A look at the endpoint while things are put back.</summary>
    public static Decision Observe(RolloutState state, RolloutInput.Observe observed) => Decision.Nothing;
}
