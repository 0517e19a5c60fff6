namespace CanaryConsole.Core.SmokeTests;

/// <summary>One request of a smoke test and the answer that decided about it. Shown to people, never logged.</summary>
/// <param name="Test">The smoke test's name; null when it has none.</param>
/// <param name="Request">1 for the first of the test.</param>
/// <param name="Tries">How often it was sent; the others are not kept.</param>
/// <param name="Problem">What was wrong with the answer, without quoting it; null when nothing was.</param>
public sealed record SmokeExchange(
    string? Test,
    int Request,
    string SentContentType,
    RecordedBody Sent,
    int StatusCode,
    string? ContentType,
    RecordedBody Answer,
    TimeSpan Latency,
    int Tries,
    string? Problem);
