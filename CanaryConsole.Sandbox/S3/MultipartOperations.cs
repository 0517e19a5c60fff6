using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.S3;

/// <summary>Uploads in parts: begun, listed, aborted. <see cref="MultipartCompletion"/> makes them whole.</summary>
internal static class MultipartOperations
{
    private const int MaximumPart = 10_000;

    public static Task CreateAsync(S3Request request)
    {
        request.CheckKey();
        request.Buckets.Find(request.Bucket);
        var algorithm = request.Header("x-amz-checksum-algorithm")?.ToUpperInvariant();
        if (algorithm is not null)
        {
            using var known = RunningChecksum.Of(algorithm);
        }

        var type = algorithm is null ? null : request.Header("x-amz-checksum-type") ?? (algorithm == "CRC64NVME" ? Checksum.FullObject : Checksum.Composite);
        var upload = new MultipartUpload(
            Guid.NewGuid().ToString("N"), request.Bucket, request.Key, ObjectHeaders.Traits(request.Headers), algorithm, type, request.Now);
        request.Buckets.Uploads.Begin(upload);
        if (algorithm is not null)
        {
            request.Context.Response.Headers["x-amz-checksum-algorithm"] = algorithm;
            request.Context.Response.Headers["x-amz-checksum-type"] = type;
        }

        return S3Xml.WriteAsync(request.Context, S3Xml.Element(
            "InitiateMultipartUploadResult",
            S3Xml.Element("Bucket", upload.Bucket),
            S3Xml.Element("Key", upload.Key),
            S3Xml.Element("UploadId", upload.Id)));
    }

    public static async Task UploadPartAsync(S3Request request)
    {
        var upload = Upload(request);
        var number = PartNumber(request);
        var body = await BodyIntake.ReceiveAsync(request.Context, request.Buckets.Blobs);
        request.Buckets.Uploads.Add(upload, new UploadedPart(number, body.Blob, body.ETag, body.Checksum, request.Now));
        request.Context.Response.Headers.ETag = ETags.Quoted(body.ETag);
        if (body.Checksum is { } checksum)
        {
            request.Context.Response.Headers[checksum.Header] = checksum.Value;
        }
    }

    public static Task AbortAsync(S3Request request)
    {
        request.Buckets.Uploads.End(Upload(request), used: []);
        request.Context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public static Task ListPartsAsync(S3Request request)
    {
        var upload = Upload(request);
        var maximum = request.Number("max-parts", 1000, 0, 1000);
        var marker = request.Number("part-number-marker", 0, 0, MaximumPart);
        var parts = request.Buckets.Uploads.Parts(upload).Where(part => part.Number > marker).ToList();
        var page = parts.Take(maximum).ToList();
        return S3Xml.WriteAsync(request.Context, S3Xml.Element(
            "ListPartsResult",
            S3Xml.Element("Bucket", upload.Bucket),
            S3Xml.Element("Key", upload.Key),
            S3Xml.Element("UploadId", upload.Id),
            S3Xml.Element("PartNumberMarker", marker),
            S3Xml.Element("NextPartNumberMarker", page.Count > 0 ? page[^1].Number : 0),
            S3Xml.Element("MaxParts", maximum),
            S3Xml.Element("IsTruncated", page.Count < parts.Count),
            page.Select(Part),
            S3Xml.Element("StorageClass", "STANDARD"),
            upload.ChecksumAlgorithm is null ? null : S3Xml.Element("ChecksumAlgorithm", upload.ChecksumAlgorithm),
            upload.ChecksumType is null ? null : S3Xml.Element("ChecksumType", upload.ChecksumType)));
    }

    public static Task ListUploadsAsync(S3Request request)
    {
        request.Buckets.Find(request.Bucket);
        var prefix = request.Query("prefix") ?? "";
        return S3Xml.WriteAsync(request.Context, S3Xml.Element(
            "ListMultipartUploadsResult",
            S3Xml.Element("Bucket", request.Bucket),
            S3Xml.Element("Prefix", prefix),
            S3Xml.Element("MaxUploads", 1000),
            S3Xml.Element("IsTruncated", false),
            request.Buckets.Uploads.Of(request.Bucket).Where(upload => upload.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(upload => S3Xml.Element(
                "Upload",
                S3Xml.Element("Key", upload.Key),
                S3Xml.Element("UploadId", upload.Id),
                S3Xml.Element("StorageClass", "STANDARD"),
                S3Xml.Element("Initiated", S3Xml.Time(upload.InitiatedAt))))));
    }

    public static MultipartUpload Upload(S3Request request)
    {
        request.Buckets.Find(request.Bucket);
        return request.Buckets.Uploads.Find(request.Bucket, request.Key, request.Query("uploadId") ?? "");
    }

    public static int PartNumber(S3Request request)
    {
        var text = request.Query("partNumber");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MaximumPart
            ? number
            : throw S3Errors.InvalidArgument($"Part number must be an integer between 1 and {MaximumPart}, inclusive", "partNumber", text);
    }

    private static XElement Part(UploadedPart part) => S3Xml.Element(
        "Part",
        S3Xml.Element("PartNumber", part.Number),
        S3Xml.Element("LastModified", S3Xml.Time(part.LastModified)),
        S3Xml.Element("ETag", ETags.Quoted(part.ETag)),
        S3Xml.Element("Size", part.Blob.Length),
        part.Checksum is { } checksum ? S3Xml.Element(checksum.Element, checksum.Value) : null);
}
