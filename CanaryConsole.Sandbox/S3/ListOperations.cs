using System.Buffers.Text;
using System.Text;
using System.Xml.Linq;

namespace CanaryConsole.Sandbox.S3;

/// <summary>ListObjectsV2 and its elder, ListObjects.</summary>
internal static class ListOperations
{
    private const int MaximumKeys = 1000;

    public static Task ListV2Async(S3Request request)
    {
        var token = request.Query("continuation-token");
        var startAfter = request.Query("start-after");
        var query = Query(request, token is null ? startAfter : Decoded(token));
        var page = request.Buckets.List(request.Bucket, query);
        var code = Coding(request);
        return S3Xml.WriteAsync(request.Context, S3Xml.Element(
            "ListBucketResult",
            S3Xml.Element("Name", request.Bucket),
            S3Xml.Element("Prefix", code(query.Prefix)),
            token is null ? null : S3Xml.Element("ContinuationToken", token),
            startAfter is null ? null : S3Xml.Element("StartAfter", code(startAfter)),
            page.Next is null ? null : S3Xml.Element("NextContinuationToken", Base64Url.EncodeToString(Encoding.UTF8.GetBytes(page.Next))),
            S3Xml.Element("KeyCount", page.Objects.Count + page.CommonPrefixes.Count),
            Common(request, query, page, code)));
    }

    public static Task ListV1Async(S3Request request)
    {
        var marker = request.Query("marker") ?? "";
        var query = Query(request, marker);
        var page = request.Buckets.List(request.Bucket, query);
        var code = Coding(request);
        return S3Xml.WriteAsync(request.Context, S3Xml.Element(
            "ListBucketResult",
            S3Xml.Element("Name", request.Bucket),
            S3Xml.Element("Prefix", code(query.Prefix)),
            S3Xml.Element("Marker", code(marker)),
            page.Next is null || query.Delimiter.Length == 0 ? null : S3Xml.Element("NextMarker", code(page.Next)),
            Common(request, query, page, code)));
    }

    private static ObjectQuery Query(S3Request request, string? after) => new(
        request.Query("prefix") ?? "", request.Query("delimiter") ?? "", after ?? "", request.Number("max-keys", MaximumKeys, 0, MaximumKeys));

    private static IEnumerable<XElement> Common(S3Request request, ObjectQuery query, ObjectPage page, Func<string, string> code)
    {
        yield return S3Xml.Element("MaxKeys", query.Maximum);
        yield return S3Xml.Element("IsTruncated", page.Next is not null);
        if (query.Delimiter.Length > 0)
        {
            yield return S3Xml.Element("Delimiter", code(query.Delimiter));
        }

        if (request.Query("encoding-type") is { } encoding)
        {
            yield return S3Xml.Element("EncodingType", encoding);
        }

        foreach (var stored in page.Objects)
        {
            yield return S3Xml.Element(
                "Contents",
                S3Xml.Element("Key", code(stored.Key)),
                S3Xml.Element("LastModified", S3Xml.Time(stored.LastModified)),
                S3Xml.Element("ETag", ETags.Quoted(stored.ETag)),
                stored.Checksum is { } checksum
                    ? new[] { S3Xml.Element("ChecksumAlgorithm", checksum.Algorithm), S3Xml.Element("ChecksumType", checksum.Type) }
                    : null,
                S3Xml.Element("Size", stored.Content.Length),
                S3Xml.Element("StorageClass", "STANDARD"));
        }

        foreach (var prefix in page.CommonPrefixes)
        {
            yield return S3Xml.Element("CommonPrefixes", S3Xml.Element("Prefix", code(prefix)));
        }
    }

    private static Func<string, string> Coding(S3Request request) => request.Query("encoding-type") switch
    {
        null => static text => text,
        "url" => static text => Uri.EscapeDataString(text).Replace("%2F", "/", StringComparison.Ordinal),
        var other => throw S3Errors.InvalidArgument("Invalid Encoding Method specified in Request", "encoding-type", other),
    };

    private static string Decoded(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (FormatException)
        {
            throw S3Errors.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
        }
    }
}
