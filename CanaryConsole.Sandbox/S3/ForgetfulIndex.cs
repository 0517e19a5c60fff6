namespace CanaryConsole.Sandbox.S3;

/// <summary>The index of a sandbox without a folder: what is in memory goes with it.</summary>
internal sealed class ForgetfulIndex : IBucketIndex
{
    public IEnumerable<Bucket> Load() => [];

    public void Keep(Bucket bucket)
    {
        // Memory has it already.
    }

    public void Forget(Bucket bucket)
    {
        // Memory has lost it already.
    }

    public void Keep(Bucket bucket, StoredObject stored)
    {
        // Memory has it already.
    }

    public void Forget(Bucket bucket, string key)
    {
        // Memory has lost it already.
    }
}
