using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Readiness, smoke tests and hooks: what its inputs change.</summary>
internal static class ProbeDecisions
{
    public static Decision Decide(RolloutState state, RolloutInput.ProbeInput input) => input switch
    {
        _ => throw new UnreachableException($"{state.Id}: {input.GetType().Name}"),
    };
}
