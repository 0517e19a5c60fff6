using CanaryConsole.Sandbox.Invocations;

namespace CanaryConsole.Sandbox.Containers;

/// <summary>Reads what a container answers, never more than InvokeEndpoint may pass on.</summary>
internal static class AnswerBody
{
    /// <summary>Null where it is larger than that.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > InvocationBody.Maximum)
        {
            return null;
        }

        using var buffer = new MemoryStream((int)(content.Headers.ContentLength ?? 0));
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > InvocationBody.Maximum)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.Length == buffer.Capacity ? buffer.GetBuffer() : buffer.ToArray();
    }
}
