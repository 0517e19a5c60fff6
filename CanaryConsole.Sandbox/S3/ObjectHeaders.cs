using System.Globalization;
using System.Text;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CanaryConsole.Sandbox.S3;

/// <summary>What an object's headers say, read from an upload and written to an answer.</summary>
internal static class ObjectHeaders
{
    public const string DefaultType = "binary/octet-stream";

    private const string MetadataPrefix = "x-amz-meta-";
    private const int MaximumMetadata = 2048;
    private const int MaximumTags = 10;

    private static readonly string[] Kept = ["Content-Type", "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Expires"];

    public static ObjectTraits Traits(IHeaderDictionary headers)
    {
        var kept = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Kept)
        {
            var value = name == "Content-Encoding" ? WithoutChunks(headers[name].ToString()) : headers[name].ToString();
            if (value.Length > 0)
            {
                kept[name] = value;
            }
        }

        kept.TryAdd("Content-Type", DefaultType);
        return new ObjectTraits(kept, Metadata(headers), Tags(headers["x-amz-tagging"].ToString()));
    }

    public static IReadOnlyDictionary<string, string> Tags(string form)
    {
        var tags = QueryHelpers.ParseQuery(form).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        CheckTags(tags);
        return tags;
    }

    public static void CheckTags(IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Count > MaximumTags)
        {
            throw new AwsErrorException("BadRequest", $"Object tags cannot be greater than {MaximumTags}");
        }

        if (tags.Any(tag => tag.Key.Length is 0 or > 128 || tag.Value.Length > 256))
        {
            throw new AwsErrorException("InvalidTag", "The TagKey you have provided is invalid or the TagValue is longer than 256 characters");
        }
    }

    public static void Write(S3Request request, StoredObject stored)
    {
        var headers = request.Context.Response.Headers;
        foreach (var (name, value) in stored.Traits.Headers)
        {
            headers[name] = request.Query($"response-{name.ToLowerInvariant()}") ?? value;
        }

        foreach (var name in Kept.Where(name => !stored.Traits.Headers.ContainsKey(name)))
        {
            if (request.Query($"response-{name.ToLowerInvariant()}") is { } value)
            {
                headers[name] = value;
            }
        }

        foreach (var (name, value) in stored.Traits.Metadata)
        {
            headers[MetadataPrefix + name] = Printable(value);
        }

        if (stored.Traits.Tags.Count > 0)
        {
            headers["x-amz-tagging-count"] = stored.Traits.Tags.Count.ToString(CultureInfo.InvariantCulture);
        }

        headers.ETag = ETags.Quoted(stored.ETag);
        headers.LastModified = stored.LastModified.ToString("R", CultureInfo.InvariantCulture);
        headers.AcceptRanges = "bytes";
    }

    public static void WriteChecksum(IHeaderDictionary headers, Checksum? checksum)
    {
        if (checksum is not null)
        {
            headers[checksum.Header] = checksum.Value;
            headers["x-amz-checksum-type"] = checksum.Type;
        }
    }

    private static Dictionary<string, string> Metadata(IHeaderDictionary headers)
    {
        var metadata = headers
            .Where(header => header.Key.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key[MetadataPrefix.Length..].ToLowerInvariant(), header => header.Value.ToString());
        var size = metadata.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + Encoding.UTF8.GetByteCount(pair.Value));
        return size <= MaximumMetadata
            ? metadata
            : throw new AwsErrorException("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size")
            {
                Members = new Dictionary<string, object> { ["Size"] = size, ["MaxSizeAllowed"] = MaximumMetadata },
            };
    }

    private static string WithoutChunks(string encoding) =>
        string.Join(',', encoding.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(one => one != "aws-chunked"));

    // Headers are ASCII; S3 answers with other letters in the encoded words of RFC 2047.
    private static string Printable(string value) =>
        value.All(one => one is >= ' ' and < (char)127) ? value : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}?=";
}
