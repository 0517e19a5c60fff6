namespace CanaryConsole.Core.Rollouts;

/// <summary>How far a rollback goes once all traffic is back on the champion.</summary>
public enum RollbackPolicy
{
    /// <summary>The challenger's variant stays at weight 0.</summary>
    TrafficOnly,

    /// <summary>The challenger's variant is taken off the endpoint.</summary>
    RemoveVariant,

    /// <summary>The endpoint goes back to the configuration it had before the rollout.</summary>
    RestoreConfig,
}
