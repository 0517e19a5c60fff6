namespace CanaryConsole.Sandbox.Traffic;

/// <summary>A simulated user's request; its work in generated tokens where a recorded trace tells it.</summary>
internal readonly record struct Arrival(DateTimeOffset At, int? GeneratedTokens);
