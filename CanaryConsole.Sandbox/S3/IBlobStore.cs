namespace CanaryConsole.Sandbox.S3;

/// <summary>Where the bytes of objects are kept. Safe for threads.</summary>
internal interface IBlobStore
{
    BlobWriter Create();
}
