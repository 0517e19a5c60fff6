namespace CanaryConsole.Sandbox.S3;

/// <summary>Takes the bytes of one blob. Disposed before it is completed, it leaves nothing behind.</summary>
internal abstract class BlobWriter : IDisposable
{
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    public abstract void Write(ReadOnlySpan<byte> bytes);

    public abstract Blob Complete();

    public abstract void Dispose();
}
