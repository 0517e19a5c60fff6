using Amazon.S3;
using Amazon.S3.Model;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Reviews;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Looks at buckets by listing at most one object.</summary>
internal sealed class S3DestinationProbe(IAmazonS3 s3) : IDestinationProbe
{
    public Task<ReadinessCheck> CheckAsync(string uri, CancellationToken cancellationToken)
    {
        var bucket = new Uri(uri).Host;
        return ReadinessLook.CheckAsync(
            $"Bucket {bucket}", "ListObjectsV2", () => s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, MaxKeys = 1 }, cancellationToken), cancellationToken);
    }
}
