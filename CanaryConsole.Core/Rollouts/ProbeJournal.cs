using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Readiness, smoke tests and hooks, told to people.</summary>
internal static class ProbeJournal
{
    public static string Sentence(RolloutEvent.ProbeEvent happened, RolloutPlan plan) => happened switch
    {
        _ => throw new UnreachableException($"{plan.Endpoint}: {happened.GetType().Name}"),
    };
}
