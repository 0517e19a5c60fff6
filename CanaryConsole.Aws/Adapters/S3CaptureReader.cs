using Amazon.S3;
using CanaryConsole.Core;
using CanaryConsole.Core.Predictions;

namespace CanaryConsole.Aws.Adapters;

/// <summary>
/// Data capture on S3. A request's two answers lie in the folders of the two variants; they are joined by the event id, or else by the inference
/// id that the caller gave. That SageMaker gives both captures of a request the same event id is not documented: callers that want to be sure
/// give an inference id of their own to each request.
/// </summary>
internal sealed class S3CaptureReader(IAmazonS3 s3) : ICaptureReader
{
    private const int MostFiles = 6;
    private const int MostBytes = 8 * 1024 * 1024;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(8);

    private readonly CaptureFiles _files = new(s3);

    public async Task<CaptureSample> ReadAsync(CaptureQuery query, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        try
        {
            var location = CaptureFiles.Locate(query.Destination, query.Endpoint);
            var champion = await EntriesAsync(location, query.Champion, query, limit.Token).ConfigureAwait(false);
            var challenger = await EntriesAsync(location, query.Challenger, query, limit.Token).ConfigureAwait(false);
            return CaptureJoin.Of(champion, challenger, query.MostPairs);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CloudException(CloudFailure.Unavailable, $"The captures of endpoint \"{query.Endpoint}\" could not be read in {TimeLimit.TotalSeconds:0} s.");
        }
    }

    private async Task<List<CaptureEntry>> EntriesAsync(
        (string Bucket, string Folder) location, string variant, CaptureQuery query, CancellationToken cancellationToken)
    {
        var entries = new List<CaptureEntry>();
        var left = (long)MostBytes;
        foreach (var (key, size) in await _files.NewestAsync(location, variant, query.Since, query.Until, MostFiles, cancellationToken).ConfigureAwait(false))
        {
            if (size > left)
            {
                break;
            }

            left -= size;
            var lines = await CloudCall.RunAsync(
                "GetObject", $"a capture in bucket \"{location.Bucket}\"", () => LinesAsync(location.Bucket, key, cancellationToken), cancellationToken).ConfigureAwait(false);
            entries.AddRange(lines.Where(entry => entry.At >= query.Since));
        }

        return entries;
    }

    private async Task<List<CaptureEntry>> LinesAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        using var response = await s3.GetObjectAsync(bucket, key, cancellationToken).ConfigureAwait(false);
        using var content = new MemoryStream();
        await response.ResponseStream.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
        var entries = new List<CaptureEntry>();
        ReadOnlySpan<byte> bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        foreach (var range in bytes.Split((byte)'\n'))
        {
            if (CaptureEntry.Read(bytes[range]) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }
}
