namespace CanaryConsole.Core.Rollouts;

/// <summary>An event with its place in the rollout's stream.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="Actor">Who: a person, "api", or "monitor".</param>
public sealed record RecordedRolloutEvent(int Version, DateTimeOffset At, string Actor, RolloutEvent Event);
