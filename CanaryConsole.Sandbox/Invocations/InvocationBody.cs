using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>The payload of InvokeEndpoint: any bytes, up to AWS's bound.</summary>
internal static class InvocationBody
{
    public const int Maximum = 6_291_456;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is not { } length)
        {
            return await ReadChunkedAsync(request, cancellationToken);
        }

        if (length > Maximum)
        {
            throw TooLarge();
        }

        var body = new byte[length];
        await request.Body.ReadExactlyAsync(body, cancellationToken);
        return body;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadChunkedAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await Body.ReadAsync(request.HttpContext, Maximum);
        }
        catch (AwsErrorException)
        {
            throw TooLarge();
        }
    }

    private static AwsErrorException TooLarge() => new(
        "ValidationError",
        $"1 validation error detected: Value at 'body' failed to satisfy constraint: Member must have length less than or equal to {Maximum}",
        StatusCodes.Status413PayloadTooLarge);
}
