namespace CanaryConsole.Sandbox.S3;

internal sealed record UploadedPart(int Number, Blob Blob, string ETag, Checksum? Checksum, DateTimeOffset LastModified);
