namespace CanaryConsole.Sandbox.S3;

/// <summary>What must hold of the object under a key before it is replaced or deleted.</summary>
internal sealed record WriteConditions(string? IfMatch = null, string? IfNoneMatch = null)
{
    public static readonly WriteConditions None = new();

    public void Check(StoredObject? existing, string key)
    {
        if (IfNoneMatch == "*" && existing is not null)
        {
            throw S3Errors.PreconditionFailed("If-None-Match");
        }

        if (IfMatch is not null)
        {
            if (existing is null)
            {
                throw S3Errors.NoSuchKey(key);
            }

            if (!ETags.Match(IfMatch, existing.ETag))
            {
                throw S3Errors.PreconditionFailed("If-Match");
            }
        }
    }
}
