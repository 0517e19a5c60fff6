using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Readiness;

/// <summary>For people who do not want to wait for the next look.</summary>
public interface IReadinessDesk
{
    /// <summary>Asks for a fresh report of a rollout under way; it shows in the snapshots as soon as it is there. At most one is under way at a time.</summary>
    void CheckNow(RolloutId id, string endpoint);
}
