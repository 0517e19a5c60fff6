namespace CanaryConsole.Sandbox.S3;

/// <summary>The bytes of an object: one blob, or the parts of a multipart upload in their order.</summary>
internal sealed record ObjectContent(IReadOnlyList<Blob> Parts)
{
    public long Length { get; } = Parts.Sum(part => part.Length);

    public async Task CopyToAsync(Stream destination, long offset, long length, CancellationToken cancellationToken)
    {
        foreach (var part in Parts)
        {
            if (offset < part.Length && length > 0)
            {
                var count = Math.Min(part.Length - offset, length);
                await part.CopyToAsync(destination, offset, count, cancellationToken);
                length -= count;
            }

            offset = Math.Max(0, offset - part.Length);
        }
    }

    public void Retain()
    {
        foreach (var part in Parts)
        {
            part.Retain();
        }
    }

    public void Release()
    {
        foreach (var part in Parts)
        {
            part.Release();
        }
    }
}
