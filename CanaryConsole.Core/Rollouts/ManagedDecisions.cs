using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>A managed deployment: what its inputs change.</summary>
internal static class ManagedDecisions
{
    public static Decision Decide(RolloutState state, RolloutInput.ManagedInput input) => input switch
    {
        _ => throw new UnreachableException($"{state.Id}: {input.GetType().Name}"),
    };

    /// <summary>The start of a managed deployment; null in every other plan.</summary>
    public static Decision? Prepare(RolloutState state, RolloutInput.Observe observed) => null;

    /// <summary>A look at the endpoint while SageMaker moves the traffic.</summary>
    public static Decision Observe(RolloutState state, RolloutInput.Observe observed) => Decision.Nothing;
}
