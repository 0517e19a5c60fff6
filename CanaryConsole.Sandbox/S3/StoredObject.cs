namespace CanaryConsole.Sandbox.S3;

/// <summary>An object as it stands: replaced whole, never changed.</summary>
internal sealed record StoredObject(
    string Key, ObjectContent Content, ObjectTraits Traits, string ETag, Checksum? Checksum, bool IsMultipart, DateTimeOffset LastModified);
