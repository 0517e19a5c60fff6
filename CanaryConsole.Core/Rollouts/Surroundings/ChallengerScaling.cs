namespace CanaryConsole.Core.Rollouts;

/// <summary>What the challenger's instance count follows once it has taken over.</summary>
public enum ScalingMetric
{
    /// <summary>Invocations a minute on one instance.</summary>
    InvocationsPerInstance,

    /// <summary>The p99 of the model's latency, in milliseconds.</summary>
    Latency,
}

/// <summary>
/// Target tracking for the challenger, in place of the champion's scaling. Nothing scales while the rollout runs; this is put when the champion's
/// scaling would otherwise move to the challenger.
/// </summary>
/// <param name="Value">The target, above 0: invocations a minute, or milliseconds.</param>
/// <param name="Minimum">Instances, 1 to 1,000.</param>
/// <param name="Maximum">Instances, at least <paramref name="Minimum"/>, to 1,000.</param>
public sealed record ChallengerScaling(ScalingMetric Metric, double Value, int Minimum, int Maximum);
