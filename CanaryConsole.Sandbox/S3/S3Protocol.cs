using System.Xml.Linq;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CanaryConsole.Sandbox.S3;

/// <summary>S3 over HTTP as Amazon's own SDKs speak it, in path style.</summary>
internal sealed class S3Protocol(Simulation simulation) : IProtocol
{
    private static readonly Dictionary<string, Func<S3Request, Task>> Operations = new(StringComparer.Ordinal)
    {
        ["ListBuckets"] = BucketOperations.ListAsync,
        ["CreateBucket"] = BucketOperations.CreateAsync,
        ["DeleteBucket"] = BucketOperations.DeleteAsync,
        ["HeadBucket"] = BucketOperations.HeadAsync,
        ["GetBucketLocation"] = BucketOperations.LocationAsync,
        ["GetBucketVersioning"] = BucketOperations.VersioningAsync,
        ["ListObjects"] = ListOperations.ListV1Async,
        ["ListObjectsV2"] = ListOperations.ListV2Async,
        ["GetObject"] = ObjectReading.GetAsync,
        ["HeadObject"] = ObjectReading.HeadAsync,
        ["PutObject"] = ObjectWriting.PutAsync,
        ["CopyObject"] = CopyOperations.CopyAsync,
        ["DeleteObject"] = ObjectWriting.DeleteAsync,
        ["DeleteObjects"] = ObjectWriting.DeleteManyAsync,
        ["GetObjectTagging"] = ObjectTagging.GetAsync,
        ["PutObjectTagging"] = ObjectTagging.PutAsync,
        ["DeleteObjectTagging"] = ObjectTagging.DeleteAsync,
        ["CreateMultipartUpload"] = MultipartOperations.CreateAsync,
        ["UploadPart"] = MultipartOperations.UploadPartAsync,
        ["UploadPartCopy"] = CopyOperations.CopyPartAsync,
        ["CompleteMultipartUpload"] = MultipartCompletion.CompleteAsync,
        ["AbortMultipartUpload"] = MultipartOperations.AbortAsync,
        ["ListParts"] = MultipartOperations.ListPartsAsync,
        ["ListMultipartUploads"] = MultipartOperations.ListUploadsAsync,
    };

    IEnumerable<string> IProtocol.Operations => Operations.Keys;

    public ValueTask<string?> OperationAsync(HttpContext context)
    {
        var (bucket, key) = S3Request.Place(context);
        return ValueTask.FromResult(S3Route.Operation(context.Request, bucket, key));
    }

    public async Task AnswerAsync(HttpContext context)
    {
        // Bodies stream; their bound is S3's own.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        Identify(context);
        if (context.Request.ContentLength == 0)
        {
            CloseIfExpected(context);
        }

        var (bucket, key) = S3Request.Place(context);
        if (S3Route.Operation(context.Request, bucket, key) is not { } operation)
        {
            throw new AwsErrorException("NotImplemented", "A header or query you provided implies functionality that is not implemented.", 501);
        }

        var (buckets, now) = simulation.Visit((world, present) => (world.Buckets, present));
        await Operations[operation](new S3Request(context, bucket, key) { Buckets = buckets, Now = now });
    }

    public Task RefuseAsync(HttpContext context, AwsErrorException error)
    {
        Identify(context);
        var response = context.Response;
        response.StatusCode = error.StatusCode;
        CloseIfExpected(context);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return Task.CompletedTask;
        }

        return S3Xml.WriteAsync(context, new XElement(
            "Error",
            new XElement("Code", Code(error)),
            new XElement("Message", error.Message),
            error.Members.Select(member => new XElement(member.Key, member.Value)),
            new XElement("Resource", context.Request.Path.Value),
            new XElement("RequestId", context.TraceIdentifier),
            new XElement("HostId", Arn.Region)));
    }

    // A client that waits for '100 Continue' and is answered at once has not sent its body: the server would take its next request for that body,
    // and botocore would take the next answer for this one.
    private static void CloseIfExpected(HttpContext context)
    {
        if (context.Request.Headers.Expect.Count > 0)
        {
            context.Response.Headers.Connection = "close";
        }
    }

    private static void Identify(HttpContext context)
    {
        context.Response.Headers["x-amz-request-id"] = context.TraceIdentifier;
        context.Response.Headers["x-amz-id-2"] = Arn.Region;
    }

    // What the front refuses in the words of the other services.
    private static string Code(AwsErrorException error) => error.Code switch
    {
        "MissingAuthenticationTokenException" => "AccessDenied",
        "IncompleteSignatureException" => "AuthorizationHeaderMalformed",
        "RequestEntityTooLarge" => "EntityTooLarge",
        "InternalFailure" => "InternalError",
        "ThrottlingException" => "SlowDown",
        "ExpiredTokenException" => "ExpiredToken",
        var code => code,
    };
}
