namespace CanaryConsole.Sandbox.Behaviours;

/// <summary>A change in how a model behaves: at once, or evenly over a time.</summary>
/// <param name="After">When it begins, from the variant's first request on.</param>
/// <param name="Over">How long it takes; zero for a step.</param>
/// <param name="LatencyFactor">Where the latency goes, as a multiple of the behaviour's own; null where it stays.</param>
/// <param name="ErrorRate">Where the error rate goes; null where it stays.</param>
internal sealed record Turn(TimeSpan After, TimeSpan Over, double? LatencyFactor, double? ErrorRate);
