namespace CanaryConsole.Core.Waves;

/// <summary>What became of an input.</summary>
/// <param name="Refusal">Why it was turned down; null when it was not.</param>
internal sealed record WaveOutcome(WaveState State, IReadOnlyList<RecordedWaveEvent> Happened, string? Refusal);
