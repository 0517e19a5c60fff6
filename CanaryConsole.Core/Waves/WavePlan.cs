using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Waves;

/// <summary>A wave as it was checked and recorded.</summary>
/// <param name="Request">What each rollout asks for, its endpoint empty.</param>
/// <param name="Template">The template it was taken from; null when the plan was given.</param>
public sealed record WavePlan(string Name, RolloutRequest Request, IReadOnlyList<WaveStage> Stages, string? Template = null);

/// <summary>Endpoints that are rolled out at the same time.</summary>
/// <param name="Gate">A person must approve before the stage starts.</param>
/// <param name="Wait">From the end of the stage before.</param>
public sealed record WaveStage(string Name, IReadOnlyList<string> Endpoints, bool Gate, TimeSpan Wait);
