namespace CanaryConsole.Aws.Protocol;

internal static class BodyReader
{
    /// <summary>Reads a body that <see cref="BufferedHttpClientFactory"/> already holds in memory, so nothing waits here.</summary>
    public static byte[] ReadAll(Stream stream)
    {
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
