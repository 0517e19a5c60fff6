namespace CanaryConsole.Core.Rollouts;

/// <summary>Requests sent to the challenger alone before it gets traffic; each must be answered with status 200 in time.</summary>
/// <param name="Payload">Text of one request, at most 64 KB.</param>
/// <param name="Requests">1 to 20.</param>
/// <param name="LatencyLimit">Slowest answer allowed.</param>
public sealed record SmokeTest(string ContentType, string Payload, int Requests, TimeSpan LatencyLimit);

/// <summary>How one smoke test went.</summary>
/// <param name="Passed">Requests that were answered well.</param>
/// <param name="Problem">The first thing that was wrong; null when all passed.</param>
public sealed record SmokeTestResult(int Passed, int Requests, TimeSpan Slowest, string? Problem);
