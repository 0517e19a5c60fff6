using System.Security.Cryptography;
using System.Text;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Api;

/// <summary>Marks a write that honours the Idempotency-Key header.</summary>
internal sealed class Idempotent;

/// <summary>
/// The first answer to a key is kept and given again to the same request, so that a caller who lost an answer may ask once more without
/// a second rollout. Two requests under one key wait for each other. Faults of the console (5xx) and limits (429) are not kept: they may pass.
/// </summary>
internal sealed class Idempotency(RequestDelegate next, IIdempotencyStore store, ILogger<Idempotency> logger)
{
    public const string KeyHeader = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";

    public const int LongestKey = 128;

    private readonly KeyedLock _locks = new();

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Idempotent>() is null || !context.Request.Headers.TryGetValue(KeyHeader, out var header))
        {
            await next(context);
            return;
        }

        var key = header.ToString();
        if (key.Length is < 1 or > LongestKey || key.Any(letter => letter is < '!' or > '~'))
        {
            await Problems.BadField(KeyHeader, key, $"{KeyHeader} must be 1 to {LongestKey} visible ASCII characters.").ExecuteAsync(context);
            return;
        }

        using (await _locks.EnterAsync(key, context.RequestAborted))
        {
            await AnswerAsync(context, key);
        }
    }

    private async Task AnswerAsync(HttpContext context, string key)
    {
        var digest = Digest(context.Request, RequestBytes.Of(context));
        StoredAnswer? kept;
        try
        {
            kept = await store.FindAsync(key, context.RequestAborted);
        }
        catch (StoreException exception)
        {
            await Problems.Of(exception).ExecuteAsync(context);
            return;
        }

        if (kept is null)
        {
            await RunAsync(context, key, digest);
        }
        else if (kept.RequestDigest != digest)
        {
            await Problems.OutOfBounds(KeyHeader, key, $"{KeyHeader} {key} was used for another request: take a new key for a new request.").ExecuteAsync(context);
        }
        else
        {
            context.Response.StatusCode = kept.StatusCode;
            context.Response.ContentType = kept.ContentType;
            context.Response.Headers[ReplayedHeader] = "true";
            await context.Response.WriteAsync(kept.Body, context.RequestAborted);
        }
    }

    private async Task RunAsync(HttpContext context, string key, string digest)
    {
        var wire = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        if (context.Response.StatusCode is < 500 and not StatusCodes.Status429TooManyRequests)
        {
            await KeepAsync(key, new StoredAnswer(digest, context.Response.StatusCode, context.Response.ContentType ?? "", Encoding.UTF8.GetString(answer.ToArray())));
        }

        answer.Position = 0;
        await answer.CopyToAsync(wire, context.RequestAborted);
    }

    private async Task KeepAsync(string key, StoredAnswer answer)
    {
        try
        {
            // The command has taken effect, so its answer is kept even when the caller has hung up.
            await store.KeepAsync(key, answer, CancellationToken.None);
        }
        catch (StoreException exception)
        {
            Log.AnswerNotKept(logger, key, exception.Message);
        }
    }

    private static string Digest(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.PathBase}{request.Path}{request.QueryString}\n"));
        if (request.Headers.TryGetValue(Caller.Header, out var actor))
        {
            // Two people do not do the same thing under one key.
            hash.AppendData(Encoding.UTF8.GetBytes($"{Caller.Header}: {actor}\n"));
        }

        hash.AppendData(body.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
