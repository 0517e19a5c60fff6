using System.Security.Cryptography;

namespace CanaryConsole.Sandbox.S3;

/// <summary>Takes bytes that are copied from another object into a blob of their own.</summary>
internal sealed class CopyIntake : PassingStream
{
    private readonly BlobWriter _writer;
    private readonly IncrementalHash _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private readonly RunningChecksum? _checksum;

    public CopyIntake(IBlobStore blobs, string? checksumAlgorithm)
        : base(static _ => throw new NotSupportedException())
    {
        _checksum = checksumAlgorithm is null ? null : RunningChecksum.Of(checksumAlgorithm);
        _writer = blobs.Create();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _md5.AppendData(buffer.Span);
        _checksum?.Append(buffer.Span);
        await _writer.WriteAsync(buffer, cancellationToken);
    }

    public ReceivedBody Complete() => new(
        _writer.Complete(),
        Convert.ToHexStringLower(_md5.GetHashAndReset()),
        _checksum is null ? null : new Checksum(_checksum.Algorithm, Convert.ToBase64String(_checksum.Finish()), Checksum.FullObject));

    protected override void Dispose(bool disposing)
    {
        _writer.Dispose();
        _md5.Dispose();
        _checksum?.Dispose();
        base.Dispose(disposing);
    }
}
