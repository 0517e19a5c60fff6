using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.S3;

/// <summary>Which operation a request asks for: S3 tells by method, path, and what stands in the query.</summary>
internal static class S3Route
{
    // Parts of S3 that are not here. Without this list a PUT of a bucket's policy would create a bucket.
    private static readonly HashSet<string> Absent = new(StringComparer.Ordinal)
    {
        "accelerate", "acl", "analytics", "attributes", "cors", "encryption", "intelligent-tiering", "inventory", "legal-hold", "lifecycle", "logging",
        "metrics", "notification", "object-lock", "ownershipControls", "policy", "policyStatus", "publicAccessBlock", "renameObject", "replication",
        "requestPayment", "restore", "retention", "select", "session", "torrent", "versions", "website",
    };

    /// <summary>The operation's name, or null where the sandbox has none.</summary>
    public static string? Operation(HttpRequest request, string bucket, string key)
    {
        if (request.Query.Keys.Any(Absent.Contains))
        {
            return null;
        }

        return (bucket.Length, key.Length) switch
        {
            (0, _) => HttpMethods.IsGet(request.Method) ? "ListBuckets" : null,
            (_, 0) => OnBucket(request),
            _ => OnObject(request),
        };
    }

    private static string? OnBucket(HttpRequest request)
    {
        var query = request.Query;
        return request.Method switch
        {
            _ when query.ContainsKey("tagging") => null,
            "GET" when query.ContainsKey("location") => "GetBucketLocation",
            "GET" when query.ContainsKey("versioning") => "GetBucketVersioning",
            "GET" when query.ContainsKey("uploads") => "ListMultipartUploads",
            "GET" => query["list-type"] == "2" ? "ListObjectsV2" : "ListObjects",
            "HEAD" => "HeadBucket",
            "PUT" when !query.ContainsKey("versioning") => "CreateBucket",
            "DELETE" => "DeleteBucket",
            "POST" when query.ContainsKey("delete") => "DeleteObjects",
            _ => null,
        };
    }

    private static string? OnObject(HttpRequest request)
    {
        var query = request.Query;
        var isCopy = request.Headers.ContainsKey("x-amz-copy-source");
        return request.Method switch
        {
            "GET" when query.ContainsKey("tagging") => "GetObjectTagging",
            "GET" when query.ContainsKey("uploadId") => "ListParts",
            "GET" => "GetObject",
            "HEAD" => "HeadObject",
            "PUT" when query.ContainsKey("tagging") => "PutObjectTagging",
            "PUT" when query.ContainsKey("uploadId") => isCopy ? "UploadPartCopy" : "UploadPart",
            "PUT" => isCopy ? "CopyObject" : "PutObject",
            "DELETE" when query.ContainsKey("tagging") => "DeleteObjectTagging",
            "DELETE" when query.ContainsKey("uploadId") => "AbortMultipartUpload",
            "DELETE" => "DeleteObject",
            "POST" when query.ContainsKey("uploads") => "CreateMultipartUpload",
            "POST" when query.ContainsKey("uploadId") => "CompleteMultipartUpload",
            _ => null,
        };
    }
}
