namespace CanaryConsole.Core.Rollouts;

/// <summary>Requests sent to the challenger alone before it gets traffic; each must be answered as expected and in time.</summary>
/// <param name="Payload">Text of one request, at most 64 KB.</param>
/// <param name="Requests">1 to 20.</param>
/// <param name="LatencyLimit">Slowest answer allowed.</param>
/// <param name="Name">Told beside the result; null where a plan has only one without a name.</param>
/// <param name="ExpectedStatus">100 to 599.</param>
/// <param name="ExpectedContentType">A media type without parameters; null for any.</param>
/// <param name="Assertions">What the answer's JSON must say, in the words of docs/smoke-tests.md; none for any answer.</param>
public sealed record SmokeTest(
    string ContentType,
    string Payload,
    int Requests,
    TimeSpan LatencyLimit,
    string? Name = null,
    int ExpectedStatus = 200,
    string? ExpectedContentType = null,
    IReadOnlyList<string>? Assertions = null);

/// <summary>How the smoke tests of a plan went.</summary>
/// <param name="Passed">Requests that were answered well.</param>
/// <param name="Problem">The first thing that was wrong; null when all passed.</param>
public sealed record SmokeTestResult(int Passed, int Requests, TimeSpan Slowest, string? Problem);
