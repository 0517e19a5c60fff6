using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Folds the events of readiness, smoke tests and hooks.</summary>
internal static class ProbeEvolution
{
    public static RolloutState Apply(RolloutState state, RolloutEvent.ProbeEvent happened, DateTimeOffset at) => happened switch
    {
        _ => throw new UnreachableException($"{state.Id} at {at:O}: {happened.GetType().Name}"),
    };
}
