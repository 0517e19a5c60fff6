namespace CanaryConsole.Sandbox.S3;

/// <summary>A body that has arrived whole and is what its sender said it would be.</summary>
internal sealed record ReceivedBody(Blob Blob, string ETag, Checksum? Checksum);
