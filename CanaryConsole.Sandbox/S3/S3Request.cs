using System.Text;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CanaryConsole.Sandbox.S3;

/// <summary>A request in path style: /bucket/key, as it stood on the wire.</summary>
internal sealed record S3Request(HttpContext Context, string Bucket, string Key)
{
    private const int MaximumKeyBytes = 1024;

    public required BucketCatalog Buckets { get; init; }

    public required DateTimeOffset Now { get; init; }

    public IHeaderDictionary Headers => Context.Request.Headers;

    public CancellationToken Aborted => Context.RequestAborted;

    // The server has folded dots and slashes in its Path; in a key they are letters like any other.
    public static (string Bucket, string Key) Place(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var path = target.StartsWith('/') ? target : context.Request.Path.Value ?? "/";
        var query = path.IndexOf('?', StringComparison.Ordinal);
        return Split(query < 0 ? path : path[..query]);
    }

    /// <summary>Bucket and key of a path whose letters are escaped.</summary>
    public static (string Bucket, string Key) Split(string path)
    {
        path = path.TrimStart('/');
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? (Uri.UnescapeDataString(path), "")
            : (Uri.UnescapeDataString(path[..slash]), Uri.UnescapeDataString(path[(slash + 1)..]));
    }

    public string? Query(string name) => Context.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    public int Number(string name, int fallback, int minimum, int maximum)
    {
        if (Query(name) is not { } text)
        {
            return fallback;
        }

        return int.TryParse(text, out var number) && number >= minimum
            ? Math.Min(number, maximum)
            : throw S3Errors.InvalidArgument($"Argument {name} must be an integer between {minimum} and {int.MaxValue}", name, text);
    }

    public void CheckKey()
    {
        if (Encoding.UTF8.GetByteCount(Key) > MaximumKeyBytes)
        {
            throw new AwsErrorException("KeyTooLongError", "Your key is too long")
            {
                Members = new Dictionary<string, object> { ["Size"] = Encoding.UTF8.GetByteCount(Key), ["MaxSizeAllowed"] = MaximumKeyBytes },
            };
        }
    }
}
