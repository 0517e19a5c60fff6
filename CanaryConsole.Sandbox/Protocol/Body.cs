using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

internal static class Body
{
    /// <summary>The whole body. Large ones of PutMetricData come compressed; the bound is on what they unfold to.</summary>
    public static async Task<byte[]> ReadAsync(HttpContext context, int maximum)
    {
        var request = context.Request;
        if (request.Headers.ContentEncoding != "gzip")
        {
            return await ReadAsync(request.Body, maximum, context.RequestAborted);
        }

        await using var unfolded = new GZipStream(request.Body, CompressionMode.Decompress);
        try
        {
            return await ReadAsync(unfolded, maximum, context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            throw new AwsErrorException("SerializationException", "The request body is not gzip, although Content-Encoding says so.");
        }
    }

    private static async Task<byte[]> ReadAsync(Stream body, int maximum, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > maximum)
            {
                throw new AwsErrorException("RequestEntityTooLarge", $"The request body must not exceed {maximum} bytes.", StatusCodes.Status413PayloadTooLarge);
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
