namespace CanaryConsole.Sandbox.S3;

/// <summary>
/// Bytes that never change, kept once however many objects, copies and readers share them. They are discarded when the last of these lets go.
/// </summary>
internal abstract class Blob(string id, long length)
{
    private int _references = 1;

    public string Id { get; } = id;

    public long Length { get; } = length;

    public abstract Task CopyToAsync(Stream destination, long offset, long length, CancellationToken cancellationToken);

    /// <summary>Called by one who already holds the blob, or under the lock of one who does.</summary>
    public void Retain() => Interlocked.Increment(ref _references);

    public void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            Discard();
        }
    }

    protected abstract void Discard();
}
