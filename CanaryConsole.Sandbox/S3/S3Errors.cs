using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.S3;

/// <summary>What S3 refuses, in its own codes and words.</summary>
internal static class S3Errors
{
    public const long MaximumSize = 5L * 1024 * 1024 * 1024;

    public static AwsErrorException NoSuchBucket(string bucket) =>
        new("NoSuchBucket", "The specified bucket does not exist", 404) { Members = new Dictionary<string, object> { ["BucketName"] = bucket } };

    public static AwsErrorException NoSuchKey(string key) =>
        new("NoSuchKey", "The specified key does not exist.", 404) { Members = new Dictionary<string, object> { ["Key"] = key } };

    public static AwsErrorException NoSuchUpload(string uploadId) =>
        new("NoSuchUpload", "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.", 404)
        {
            Members = new Dictionary<string, object> { ["UploadId"] = uploadId },
        };

    public static AwsErrorException PreconditionFailed(string condition) =>
        new("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412)
        {
            Members = new Dictionary<string, object> { ["Condition"] = condition },
        };

    public static AwsErrorException InvalidArgument(string message, string name, string? value) =>
        new("InvalidArgument", message) { Members = new Dictionary<string, object> { ["ArgumentName"] = name, ["ArgumentValue"] = value ?? "" } };

    public static AwsErrorException InvalidBucketName(string bucket) =>
        new("InvalidBucketName", "The specified bucket is not valid.") { Members = new Dictionary<string, object> { ["BucketName"] = bucket } };

    public static AwsErrorException EntityTooLarge(long proposed) =>
        new("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")
        {
            Members = new Dictionary<string, object> { ["ProposedSize"] = proposed, ["MaxSizeAllowed"] = MaximumSize },
        };

    // Not S3's: it has no end. 507 is a status that no client tries again.
    public static AwsErrorException StorageFull(long maximum, string remedy) =>
        new("StorageFull", $"The sandbox keeps at most {maximum} bytes of objects: {remedy}.", 507);

    public static AwsErrorException TooManyObjects(int maximum) =>
        new("StorageFull", $"The sandbox keeps at most {maximum} objects in all its buckets: delete some.", 507);

    public static AwsErrorException MalformedXml() =>
        new("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    public static AwsErrorException BadDigest(string name) => new("BadDigest", $"The {name} you specified did not match what we received.");

    public static AwsErrorException InvalidRequest(string message) => new("InvalidRequest", message);

    public static AwsErrorException IncompleteBody() => new("IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header");
}
