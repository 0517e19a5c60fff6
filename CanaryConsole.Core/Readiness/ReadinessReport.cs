namespace CanaryConsole.Core.Readiness;

/// <summary>What was found of all that a step needs.</summary>
/// <param name="At">When it was asked for: what changed after that is not in it.</param>
public sealed record ReadinessReport(DateTimeOffset At, IReadOnlyList<ReadinessCheck> Checks);
