using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.S3;

/// <summary>The operations on buckets themselves.</summary>
internal static class BucketOperations
{
    // The one region that a location leaves out.
    private const string Unnamed = "us-east-1";

    public static async Task CreateAsync(S3Request request)
    {
        if (!BucketNames.IsValid(request.Bucket))
        {
            throw S3Errors.InvalidBucketName(request.Bucket);
        }

        var body = await S3Xml.ReadAsync(request.Context, "CreateBucketConfiguration");
        request.Buckets.Create(request.Bucket, body?.Child("LocationConstraint") ?? Arn.Region, request.Now);
        request.Context.Response.Headers.Location = $"/{request.Bucket}";
    }

    public static Task DeleteAsync(S3Request request)
    {
        request.Buckets.Delete(request.Bucket);
        request.Context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public static Task HeadAsync(S3Request request)
    {
        request.Context.Response.Headers["x-amz-bucket-region"] = request.Buckets.Find(request.Bucket).Location;
        return Task.CompletedTask;
    }

    public static Task LocationAsync(S3Request request)
    {
        var location = request.Buckets.Find(request.Bucket).Location;
        return S3Xml.WriteAsync(request.Context, S3Xml.Element("LocationConstraint", location == Unnamed ? null : location));
    }

    // No bucket here keeps versions, which S3 says with an empty answer.
    public static Task VersioningAsync(S3Request request)
    {
        request.Buckets.Find(request.Bucket);
        return S3Xml.WriteAsync(request.Context, S3Xml.Element("VersioningConfiguration"));
    }

    public static Task ListAsync(S3Request request)
    {
        var prefix = request.Query("prefix") ?? "";
        var after = request.Query("continuation-token") ?? "";
        var maximum = request.Number("max-buckets", 10_000, 1, 10_000);
        var buckets = request.Buckets.All()
            .Where(bucket => bucket.Name.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(bucket.Name, after) > 0)
            .ToList();
        var page = buckets.Take(maximum).ToList();
        return S3Xml.WriteAsync(request.Context, S3Xml.Element(
            "ListAllMyBucketsResult",
            S3Xml.Element("Owner", S3Xml.Element("ID", Arn.Account)),
            S3Xml.Element("Buckets", page.Select(bucket => S3Xml.Element(
                "Bucket",
                S3Xml.Element("Name", bucket.Name),
                S3Xml.Element("CreationDate", S3Xml.Time(bucket.CreatedAt)),
                S3Xml.Element("BucketRegion", bucket.Location)))),
            page.Count < buckets.Count ? S3Xml.Element("ContinuationToken", page[^1].Name) : null));
    }
}
