using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

internal static class Body
{
    public static async Task<byte[]> ReadAsync(HttpContext context, int maximum)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
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
