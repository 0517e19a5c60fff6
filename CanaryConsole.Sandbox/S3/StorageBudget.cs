namespace CanaryConsole.Sandbox.S3;

/// <summary>How many bytes may be stored altogether. Safe for threads.</summary>
internal sealed class StorageBudget(long maximum, string remedy)
{
    private long _used;

    public void Reserve(long bytes)
    {
        if (Interlocked.Add(ref _used, bytes) > maximum)
        {
            Release(bytes);
            throw S3Errors.StorageFull(maximum, remedy);
        }
    }

    public void Release(long bytes) => Interlocked.Add(ref _used, -bytes);
}
