namespace CanaryConsole.Sandbox.Traffic;

internal readonly record struct TracedRequest(TimeSpan Offset, int GeneratedTokens);
