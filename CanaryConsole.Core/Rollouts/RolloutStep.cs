namespace CanaryConsole.Core.Rollouts;

/// <summary>A share the challenger must hold before it gets more.</summary>
/// <param name="Share">Above 0 %, below 100 %.</param>
/// <param name="Bake">How long it must hold, from the moment the weights are read back; 0 to 7 days.</param>
/// <param name="Gate">A person must approve before the next step.</param>
/// <param name="MinimumRequests">The challenger's settled requests it must hold for, 1 to 100,000,000; null when time and guardrails alone decide.</param>
public sealed record RolloutStep(Percentage Share, TimeSpan Bake, bool Gate = false, int? MinimumRequests = null);
