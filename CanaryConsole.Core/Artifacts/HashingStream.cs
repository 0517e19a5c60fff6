using System.Security.Cryptography;
using CanaryConsole.Core.Streams;

namespace CanaryConsole.Core.Artifacts;

/// <summary>Takes large pieces of a stream, counts and hashes them on their way, and hands them on in whatever pieces are asked for, with the seal behind them.</summary>
internal sealed class HashingStream(Stream source, long maximum, Action<long>? progress) : SourceStream
{
    private const int Piece = 256 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[Piece];
    private ReadOnlyMemory<byte> _seal = ArchiveSeal.Packed;
    private int _at;
    private int _filled;

    /// <summary>How many bytes of the source were taken so far.</summary>
    public long Taken { get; private set; }

    /// <summary>Of everything taken; once, after the last byte.</summary>
    public string Digest() => $"sha256:{Convert.ToHexStringLower(_hash.GetHashAndReset())}";

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at == _filled)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (_at, _filled) = (0, await source.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false));
            _hash.AppendData(_buffer, 0, _filled);
            Taken += _filled;
            if (Taken > maximum)
            {
                throw ArchiveFaultException.Broken(FormattableString.Invariant($"The archive has more than {maximum:N0} bytes."));
            }

            progress?.Invoke(Taken);
        }

        if (_filled == 0)
        {
            var last = Math.Min(buffer.Length, _seal.Length);
            _seal[..last].CopyTo(buffer);
            _seal = _seal[last..];
            return last;
        }

        var count = Math.Min(buffer.Length, _filled - _at);
        _buffer.AsMemory(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
