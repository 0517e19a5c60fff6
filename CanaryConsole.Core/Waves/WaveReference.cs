namespace CanaryConsole.Core.Waves;

/// <summary>Which wave started a rollout, so that it knows its own again after a crash.</summary>
/// <param name="Stage">Index of the stage.</param>
/// <param name="Attempt">1 for the first rollout of that stage on the endpoint; more when a person let it be tried again.</param>
public sealed record WaveReference(WaveId Wave, int Stage, int Attempt);
