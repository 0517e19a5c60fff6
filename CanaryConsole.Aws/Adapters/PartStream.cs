using Amazon.S3;
using Amazon.S3.Model;
using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Streams;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Sends what is written in parts of 16 MiB, one at a time.</summary>
internal sealed class PartStream(IAmazonS3 s3, ArtifactAddress target, string upload) : SinkStream
{
    private const int PartSize = 16 * 1024 * 1024;

    private readonly byte[] _part = new byte[PartSize];
    private readonly List<PartETag> _sent = [];
    private int _filled;

    /// <summary>Sends the last part and makes the object of all of them.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken).ConfigureAwait(false);
        var request = new CompleteMultipartUploadRequest { BucketName = target.Bucket, Key = target.Key, UploadId = upload, PartETags = _sent };
        await CloudCall.RunAsync("CompleteMultipartUpload", target.ToString(), () => s3.CompleteMultipartUploadAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            var taken = Math.Min(buffer.Length, PartSize - _filled);
            buffer[..taken].CopyTo(_part.AsMemory(_filled));
            _filled += taken;
            buffer = buffer[taken..];
            if (_filled == PartSize)
            {
                await SendAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        if (_filled == 0)
        {
            return;
        }

        var request = new UploadPartRequest
        {
            BucketName = target.Bucket,
            Key = target.Key,
            UploadId = upload,
            PartNumber = _sent.Count + 1,
            PartSize = _filled,
            InputStream = new MemoryStream(_part, 0, _filled, writable: false),
        };
        var sent = await CloudCall.RunAsync("UploadPart", target.ToString(), () => s3.UploadPartAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
        _sent.Add(new PartETag(request.PartNumber ?? 0, sent.ETag));
        _filled = 0;
    }
}
