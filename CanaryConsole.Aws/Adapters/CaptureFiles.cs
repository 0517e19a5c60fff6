using System.Globalization;
using Amazon.S3;
using Amazon.S3.Model;
using CanaryConsole.Core;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Finds the newest capture files of a variant: SageMaker keeps one folder an hour, and in it files named after the minute they begin in.</summary>
internal sealed class CaptureFiles(IAmazonS3 s3)
{
    /// <summary>Busy hours are listed one by one, so that the newest files are never lost behind the bound; what is older is listed a day at a time.</summary>
    private const int Hours = 2;

    private const int Days = 8;

    private const int MostPages = 10;

    /// <param name="location">The bucket, and the endpoint's own folder in it.</param>
    /// <returns>Keys with their sizes, newest first.</returns>
    public async Task<IReadOnlyList<(string Key, long Size)>> NewestAsync(
        (string Bucket, string Folder) location, string variant, DateTimeOffset since, DateTimeOffset until, int most, CancellationToken cancellationToken)
    {
        var found = new HashSet<(string Key, long Size)>();
        foreach (var prefix in Prefixes(since.UtcDateTime, until.UtcDateTime).TakeWhile(_ => found.Count < most))
        {
            found.UnionWith(await ListAsync(location.Bucket, $"{location.Folder}/{variant}/{prefix}/", cancellationToken).ConfigureAwait(false));
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

    private static IEnumerable<string> Prefixes(DateTime since, DateTime until)
    {
        for (var hours = 0; hours < Hours; hours++)
        {
            yield return until.AddHours(-hours).ToString("yyyy/MM/dd/HH", CultureInfo.InvariantCulture);
        }

        for (var days = 0; days < Days && until.Date.AddDays(-days) >= since.Date; days++)
        {
            yield return until.AddDays(-days).ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);
        }
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
