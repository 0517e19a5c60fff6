using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Folds the events of readiness, smoke tests and hooks.</summary>
internal static class ProbeEvolution
{
    public static RolloutState Apply(RolloutState state, RolloutEvent.ProbeEvent happened, DateTimeOffset at) => happened switch
    {
        RolloutEvent.ProbeEvent.SmokeTestAnswered => state,
        RolloutEvent.ProbeEvent.HookAsked => state with { Probes = state.Probes with { HookAskedAt = at } },
        RolloutEvent.ProbeEvent.HookAnswered => state with { Probes = state.Probes with { HookAskedAt = null, HooksAnswered = state.Probes.HooksAnswered + 1 } },
        RolloutEvent.ProbeEvent.ReadinessLost lost => state with
        {
            HoldTopic = ReadinessDecisions.Topic,
            Probes = state.Probes with { NotReady = ReadinessDecisions.Key(lost.Missing), NotReadySince = state.Probes.NotReadySince ?? at },
        },
        RolloutEvent.ProbeEvent.ReadinessRestored => Ready(state) with { HoldTopic = null, HoldMissing = null, Paged = false },
        _ => throw new UnreachableException(),
    };

    /// <summary>Another phase asks anew.</summary>
    public static RolloutState Ready(RolloutState state) => state with { Probes = state.Probes with { NotReady = null, NotReadySince = null } };
}
