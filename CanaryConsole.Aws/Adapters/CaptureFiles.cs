using System.Globalization;
using Amazon.S3;
using Amazon.S3.Model;
using CanaryConsole.Core;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Finds the newest capture files of a variant: SageMaker keeps one folder an hour, and in it files named after the minute they begin in.</summary>
internal sealed class CaptureFiles(IAmazonS3 s3)
{
    /// <summary>Hours looked back at most; what is older is not worth a look of its own.</summary>
    private const int MostHours = 3;

    private const int MostPages = 10;

    /// <param name="location">The bucket, and the endpoint's own folder in it.</param>
    /// <returns>Keys with their sizes, newest first.</returns>
    public async Task<IReadOnlyList<(string Key, long Size)>> NewestAsync(
        (string Bucket, string Folder) location, string variant, DateTimeOffset since, DateTimeOffset until, int most, CancellationToken cancellationToken)
    {
        var found = new List<(string Key, long Size)>();
        for (var hours = 0; hours < MostHours && found.Count < most; hours++)
        {
            var hour = until.UtcDateTime.AddHours(-hours);
            if (hours > 0 && new DateTimeOffset(hour.Date.AddHours(hour.Hour + 1), TimeSpan.Zero) <= since)
            {
                break;
            }

            var prefix = string.Create(CultureInfo.InvariantCulture, $"{location.Folder}/{variant}/{hour:yyyy/MM/dd/HH}/");
            found.AddRange(await ListAsync(location.Bucket, prefix, cancellationToken).ConfigureAwait(false));
        }

        return [.. found.OrderByDescending(file => file.Key, StringComparer.Ordinal).Take(most)];
    }

    /// <summary>"s3://bucket/prefix" and the endpoint's name as a bucket and a folder.</summary>
    /// <exception cref="CloudException">The destination is not one on S3.</exception>
    public static (string Bucket, string Folder) Locate(string destination, string endpoint)
    {
        if (!destination.StartsWith("s3://", StringComparison.OrdinalIgnoreCase))
        {
            throw new CloudException(CloudFailure.Invalid, $"Endpoint \"{endpoint}\" captures its data to \"{destination}\", which is not an s3:// address.");
        }

        var parts = destination["s3://".Length..].Split('/', 2);
        var prefix = parts.Length > 1 ? parts[1].Trim('/') : "";
        return (parts[0], prefix.Length > 0 ? $"{prefix}/{endpoint}" : endpoint);
    }

    private async Task<List<(string Key, long Size)>> ListAsync(string bucket, string prefix, CancellationToken cancellationToken)
    {
        var files = new List<(string Key, long Size)>();
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix };
        for (var page = 0; page < MostPages; page++)
        {
            var listed = await CloudCall.RunAsync(
                "ListObjectsV2", $"captures in bucket \"{bucket}\"", () => s3.ListObjectsV2Async(request, cancellationToken), cancellationToken).ConfigureAwait(false);
            files.AddRange((listed.S3Objects ?? []).Select(file => (file.Key, file.Size ?? 0)));
            if (listed.NextContinuationToken is not { Length: > 0 } next)
            {
                break;
            }

            request.ContinuationToken = next;
        }

        return files;
    }
}
