using System.Globalization;
using System.Xml.Linq;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.S3;

/// <summary>CompleteMultipartUpload: the parts become one object, without a byte being copied.</summary>
internal static class MultipartCompletion
{
    private const long SmallestPart = 5 * 1024 * 1024;

    public static async Task CompleteAsync(S3Request request)
    {
        var body = await S3Xml.ReadAsync(request.Context, "CompleteMultipartUpload") ?? throw S3Errors.MalformedXml();
        var upload = MultipartOperations.Upload(request);
        var parts = Chosen(body, request.Buckets.Uploads.Parts(upload));
        request.Buckets.Uploads.End(upload, parts);
        var stored = await JoinAsync(request, upload, parts);
        request.Buckets.Put(request.Bucket, stored, ObjectWriting.Conditions(request));
        await S3Xml.WriteAsync(request.Context, S3Xml.Element(
            "CompleteMultipartUploadResult",
            S3Xml.Element("Location", $"http://{request.Context.Request.Host}/{upload.Bucket}/{Uri.EscapeDataString(upload.Key)}"),
            S3Xml.Element("Bucket", upload.Bucket),
            S3Xml.Element("Key", upload.Key),
            S3Xml.Element("ETag", ETags.Quoted(stored.ETag)),
            stored.Checksum is { } checksum ? new[] { S3Xml.Element(checksum.Element, checksum.Value), S3Xml.Element("ChecksumType", checksum.Type) } : null));
    }

    private static List<UploadedPart> Chosen(XElement body, IReadOnlyList<UploadedPart> uploaded)
    {
        var byNumber = uploaded.ToDictionary(part => part.Number);
        var chosen = new List<UploadedPart>();
        foreach (var one in body.Children("Part"))
        {
            if (!int.TryParse(one.Child("PartNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                throw S3Errors.MalformedXml();
            }

            if (!byNumber.TryGetValue(number, out var part) || one.Child("ETag")?.Trim('"') != part.ETag)
            {
                throw new AwsErrorException(
                    "InvalidPart",
                    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.")
                {
                    Members = new Dictionary<string, object> { ["PartNumber"] = number, ["ETag"] = one.Child("ETag") ?? "" },
                };
            }

            if (chosen.Count > 0 && chosen[^1].Number >= number)
            {
                throw new AwsErrorException("InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");
            }

            chosen.Add(part);
        }

        CheckSizes(chosen);
        return chosen;
    }

    private static void CheckSizes(List<UploadedPart> chosen)
    {
        if (chosen.Count == 0)
        {
            throw S3Errors.MalformedXml();
        }

        if (chosen.SkipLast(1).FirstOrDefault(part => part.Blob.Length < SmallestPart) is { } small)
        {
            throw new AwsErrorException("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")
            {
                Members = new Dictionary<string, object>
                {
                    ["ProposedSize"] = small.Blob.Length,
                    ["MinSizeAllowed"] = SmallestPart,
                    ["PartNumber"] = small.Number,
                    ["ETag"] = small.ETag,
                },
            };
        }
    }

    private static async Task<StoredObject> JoinAsync(S3Request request, MultipartUpload upload, List<UploadedPart> parts)
    {
        var content = new ObjectContent([.. parts.Select(part => part.Blob)]);
        try
        {
            var etag = ETags.Of([.. parts.SelectMany(part => Convert.FromHexString(part.ETag))]);
            var checksum = await ChecksumAsync(upload, parts, content, request.Aborted);
            Compare(request, checksum);
            return new StoredObject(upload.Key, content, upload.Traits, $"{etag}-{parts.Count}", checksum, IsMultipart: true, request.Now);
        }
        catch
        {
            content.Release();
            throw;
        }
    }

    private static async Task<Checksum?> ChecksumAsync(
        MultipartUpload upload, List<UploadedPart> parts, ObjectContent content, CancellationToken cancellationToken)
    {
        if (upload.ChecksumAlgorithm is not { } algorithm)
        {
            return null;
        }

        using var running = RunningChecksum.Of(algorithm);
        if (upload.ChecksumType == Checksum.FullObject)
        {
            using var sink = new PassingStream(running.Append);
            await content.CopyToAsync(sink, 0, content.Length, cancellationToken);
            return new Checksum(algorithm, Convert.ToBase64String(running.Finish()), Checksum.FullObject);
        }

        foreach (var part in parts)
        {
            // A part that came without a checksum leaves the whole without one.
            if (part.Checksum?.Algorithm != algorithm)
            {
                return null;
            }

            running.Append(Convert.FromBase64String(part.Checksum.Value));
        }

        return new Checksum(algorithm, $"{Convert.ToBase64String(running.Finish())}-{parts.Count}", Checksum.Composite);
    }

    private static void Compare(S3Request request, Checksum? checksum)
    {
        if (checksum is not null && request.Header(checksum.Header) is { } told && told != checksum.Value && told != checksum.Value.Split('-')[0])
        {
            throw S3Errors.BadDigest(checksum.Algorithm);
        }
    }
}
