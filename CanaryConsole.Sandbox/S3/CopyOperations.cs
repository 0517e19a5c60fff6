using System.Security.Cryptography;

namespace CanaryConsole.Sandbox.S3;

/// <summary>CopyObject and UploadPartCopy. A copy of a whole object shares its bytes.</summary>
internal static class CopyOperations
{
    public static async Task CopyAsync(S3Request request)
    {
        request.CheckKey();
        request.Buckets.Find(request.Bucket);
        var source = Open(request, out var from);
        var isHandedOver = false;
        try
        {
            var stored = source with
            {
                Key = request.Key,
                Traits = Traits(request, source, from),
                ETag = source.IsMultipart ? await Md5Async(source.Content, request.Aborted) : source.ETag,
                Checksum = source.Checksum?.Type == Checksum.Composite ? null : source.Checksum,
                IsMultipart = false,
                LastModified = request.Now,
            };
            isHandedOver = true;
            request.Buckets.Put(request.Bucket, stored, ObjectWriting.Conditions(request));
            await S3Xml.WriteAsync(request.Context, S3Xml.Element(
                "CopyObjectResult",
                S3Xml.Element("LastModified", S3Xml.Time(stored.LastModified)),
                S3Xml.Element("ETag", ETags.Quoted(stored.ETag)),
                stored.Checksum is { } checksum ? S3Xml.Element(checksum.Element, checksum.Value) : null));
        }
        finally
        {
            if (!isHandedOver)
            {
                source.Content.Release();
            }
        }
    }

    public static async Task CopyPartAsync(S3Request request)
    {
        var upload = MultipartOperations.Upload(request);
        var number = MultipartOperations.PartNumber(request);
        var source = Open(request, out _);
        try
        {
            var size = source.Content.Length;
            var range = request.Header("x-amz-copy-source-range") is { } header
                ? ByteRange.Parse(header, size) ?? throw S3Errors.InvalidArgument(
                    "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy",
                    "x-amz-copy-source-range",
                    header)
                : new ByteRange(0, size);
            using var intake = new CopyIntake(request.Buckets.Blobs, upload.ChecksumAlgorithm);
            await source.Content.CopyToAsync(intake, range.Offset, range.Length, request.Aborted);
            var body = intake.Complete();
            request.Buckets.Uploads.Add(upload, new UploadedPart(number, body.Blob, body.ETag, body.Checksum, request.Now));
            await S3Xml.WriteAsync(request.Context, S3Xml.Element(
                "CopyPartResult",
                S3Xml.Element("LastModified", S3Xml.Time(request.Now)),
                S3Xml.Element("ETag", ETags.Quoted(body.ETag)),
                body.Checksum is { } checksum ? S3Xml.Element(checksum.Element, checksum.Value) : null));
        }
        finally
        {
            source.Content.Release();
        }
    }

    public static async Task<string> Md5Async(ObjectContent content, CancellationToken cancellationToken)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using var sink = new PassingStream(md5.AppendData);
        await content.CopyToAsync(sink, 0, content.Length, cancellationToken);
        return Convert.ToHexStringLower(md5.GetHashAndReset());
    }

    private static StoredObject Open(S3Request request, out (string Bucket, string Key) from)
    {
        var header = request.Header("x-amz-copy-source") ?? "";
        from = S3Request.Split(header.Split('?')[0]);
        if (from.Bucket.Length == 0 || from.Key.Length == 0)
        {
            throw S3Errors.InvalidArgument("Invalid copy source object key", "x-amz-copy-source", header);
        }

        var source = request.Buckets.Open(from.Bucket, from.Key);
        try
        {
            return ReadConditions.Check(request, source, "x-amz-copy-source-") ? throw S3Errors.PreconditionFailed("x-amz-copy-source-If-None-Match") : source;
        }
        catch
        {
            source.Content.Release();
            throw;
        }
    }

    private static ObjectTraits Traits(S3Request request, StoredObject source, (string Bucket, string Key) from)
    {
        var isReplaced = request.Header("x-amz-metadata-directive") == "REPLACE";
        if (!isReplaced && from == (request.Bucket, request.Key))
        {
            throw S3Errors.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.");
        }

        var own = ObjectHeaders.Traits(request.Headers);
        var tags = request.Header("x-amz-tagging-directive") == "REPLACE" ? own.Tags : source.Traits.Tags;
        return (isReplaced ? own : source.Traits) with { Tags = tags };
    }
}
