namespace CanaryConsole.Core.Rollouts;

/// <summary>What smoke tests, hooks and readiness have come to.</summary>
/// <param name="HooksAnswered">How many of the plan's hooks have answered: those before traffic first, then those after it.</param>
/// <param name="HookAskedAt">When the next hook was asked; null when nobody is.</param>
/// <param name="NotReady">What a step is held for, as a stable text; null when nothing is missing.</param>
public sealed record ProbeState(bool SmokeTestPassed, int HooksAnswered, DateTimeOffset? HookAskedAt, string? NotReady, DateTimeOffset? NotReadySince)
{
    public static ProbeState None { get; } = new(false, 0, null, null, null);
}
