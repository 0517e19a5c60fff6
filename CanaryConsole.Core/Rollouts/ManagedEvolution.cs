using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Folds the events of a managed deployment.</summary>
internal static class ManagedEvolution
{
    public static RolloutState Apply(RolloutState state, RolloutEvent.ManagedEvent happened, DateTimeOffset at) => happened switch
    {
        RolloutEvent.ManagedEvent.DeploymentRequested => RolloutEvolution.Enter(state, RolloutPhase.Deploying, at),
        _ => throw new UnreachableException(),
    };
}
