using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.S3;

/// <summary>PutObject, DeleteObject, DeleteObjects.</summary>
internal static class ObjectWriting
{
    private const int MaximumDeletes = 1000;

    public static async Task PutAsync(S3Request request)
    {
        request.CheckKey();
        var traits = ObjectHeaders.Traits(request.Headers);
        request.Buckets.Find(request.Bucket);
        var body = await BodyIntake.ReceiveAsync(request.Context, request.Buckets.Blobs);
        var stored = new StoredObject(request.Key, new ObjectContent([body.Blob]), traits, body.ETag, body.Checksum, IsMultipart: false, request.Now);
        request.Buckets.Put(request.Bucket, stored, Conditions(request));
        request.Context.Response.Headers.ETag = ETags.Quoted(stored.ETag);
        ObjectHeaders.WriteChecksum(request.Context.Response.Headers, stored.Checksum);
    }

    public static Task DeleteAsync(S3Request request)
    {
        request.Buckets.Delete(request.Bucket, request.Key, new WriteConditions(request.Header("If-Match")));
        request.Context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public static async Task DeleteManyAsync(S3Request request)
    {
        var body = await S3Xml.ReadAsync(request.Context, "Delete") ?? throw S3Errors.MalformedXml();
        var objects = body.Children("Object").ToList();
        if (objects.Count is 0 or > MaximumDeletes || objects.Any(one => one.Child("Key") is null or ""))
        {
            throw S3Errors.MalformedXml();
        }

        request.Buckets.Find(request.Bucket);
        var isQuiet = body.Child("Quiet") == "true";
        var result = S3Xml.Element("DeleteResult");
        foreach (var one in objects)
        {
            var key = one.Child("Key")!;
            try
            {
                request.Buckets.Delete(request.Bucket, key, new WriteConditions(one.Child("ETag")));
                if (!isQuiet)
                {
                    result.Add(S3Xml.Element("Deleted", S3Xml.Element("Key", key)));
                }
            }
            catch (AwsErrorException error)
            {
                result.Add(S3Xml.Element(
                    "Error", S3Xml.Element("Key", key), S3Xml.Element("Code", error.Code), S3Xml.Element("Message", error.Message)));
            }
        }

        await S3Xml.WriteAsync(request.Context, result);
    }

    public static WriteConditions Conditions(S3Request request)
    {
        var noneMatch = request.Header("If-None-Match");
        return noneMatch is null or "*"
            ? new WriteConditions(request.Header("If-Match"), noneMatch)
            : throw new AwsErrorException("NotImplemented", "A header you provided implies functionality that is not implemented", 501)
            {
                Members = new Dictionary<string, object> { ["Header"] = "If-None-Match" },
            };
    }
}
