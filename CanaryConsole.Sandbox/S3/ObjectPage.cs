namespace CanaryConsole.Sandbox.S3;

/// <summary>A stretch of a bucket's keys; <paramref name="Next"/> is what the following stretch begins after, or null at the end.</summary>
internal sealed record ObjectPage(IReadOnlyList<StoredObject> Objects, IReadOnlyList<string> CommonPrefixes, string? Next);
