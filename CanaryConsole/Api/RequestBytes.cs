using CanaryConsole.Hosting.Security;

namespace CanaryConsole.Api;

/// <summary>Marks an endpoint that reads a body, with the most bytes it takes.</summary>
internal sealed record BodyLimit(int Bytes);

/// <summary>A request's whole body, read once within its limit: for the idempotency digest and for the handler.</summary>
internal sealed class RequestBytes(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>() is not { } limit)
        {
            await next(context);
            return;
        }

        // An empty body has no kind; a handler that needs one says so itself.
        if (context.Request.ContentLength is not (null or 0) && !context.Request.HasJsonContentType() && !YamlBody.IsSent(context))
        {
            var kinds = YamlBody.IsTaken(context)
                ? "JSON or YAML: send it with Content-Type: application/json or application/yaml."
                : "JSON: send it with Content-Type: application/json.";
            await Problems.Of(StatusCodes.Status415UnsupportedMediaType, $"The body must be {kinds}", "Content-Type", context.Request.ContentType ?? "").ExecuteAsync(context);
            return;
        }

        if (context.Request.ContentLength > limit.Bytes || await ReadAsync(context, limit.Bytes) is not { } bytes)
        {
            await Problems.Of(StatusCodes.Status413PayloadTooLarge, $"The body is larger than the {limit.Bytes} bytes this address takes.", "body").ExecuteAsync(context);
            return;
        }

        context.Features.Set(new BodyBytes(bytes));
        await next(context);
    }

    public static ReadOnlyMemory<byte> Of(HttpContext context) => context.Features.Get<BodyBytes>()?.Bytes ?? default;

    /// <summary>From now on this is the body: the same in another language.</summary>
    public static void Become(HttpContext context, ReadOnlyMemory<byte> bytes) => context.Features.Set(new BodyBytes(bytes));

    /// <summary>Null when the body goes on past the limit.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context, int limit)
    {
        using var buffer = new MemoryStream((int)Math.Min(context.Request.ContentLength ?? 0, RequestLimits.LargestBody));
        var chunk = new byte[8192];
        while (await context.Request.Body.ReadAsync(chunk, context.RequestAborted) is > 0 and var count)
        {
            if (buffer.Length + count > limit)
            {
                return null;
            }

            buffer.Write(chunk.AsSpan(0, count));
        }

        return buffer.ToArray();
    }

    private sealed record BodyBytes(ReadOnlyMemory<byte> Bytes);
}
