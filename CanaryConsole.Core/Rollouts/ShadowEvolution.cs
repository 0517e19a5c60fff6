using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Folds the events of the shadow stage.</summary>
internal static class ShadowEvolution
{
    public static RolloutState Apply(RolloutState state, RolloutEvent.ShadowEvent happened, DateTimeOffset at) => happened switch
    {
        RolloutEvent.ShadowEvent.ShadowRequested => state,
        RolloutEvent.ShadowEvent.ShadowReady => RolloutEvolution.Enter(state, RolloutPhase.Shadowing, at),
        _ => throw new UnreachableException(),
    };
}
