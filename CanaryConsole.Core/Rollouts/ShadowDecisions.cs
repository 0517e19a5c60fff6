using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The shadow stage: what its inputs change.</summary>
internal static class ShadowDecisions
{
    public static Decision Decide(RolloutState state, RolloutInput.ShadowInput input) => input switch
    {
        _ => throw new UnreachableException($"{state.Id}: {input.GetType().Name}"),
    };

    /// <summary>The start of a shadow stage; null in every other plan, and once it is over.</summary>
    public static Decision? Prepare(RolloutState state, RolloutInput.Observe observed) => null;

    /// <summary>A look at the endpoint while the challenger shadows.</summary>
    public static Decision Observe(RolloutState state, RolloutInput.Observe observed) => Decision.Nothing;
}
