using System.Buffers;

namespace CanaryConsole.Core.Artifacts;

/// <summary>What comes out of the unpacking, counted against the bounds before anybody looks at it.</summary>
internal sealed class UnpackedBytes(Stream unpacking, HashingStream packed, ArchiveBounds bounds)
{
    private const int Piece = 128 * 1024;

    /// <summary>How many bytes came out so far.</summary>
    public long Count { get; private set; }

    /// <returns>0 at the end.</returns>
    /// <exception cref="ArchiveFaultException">A bound was passed, or the bytes cannot be unpacked.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int count;
        try
        {
            count = await unpacking.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            throw ArchiveFaultException.Broken(Count == 0
                ? "The archive is not gzip."
                : FormattableString.Invariant($"The archive is damaged or breaks off after {Count:N0} unpacked bytes."));
        }

        Count += count;
        if (Count > bounds.Unpacked)
        {
            throw ArchiveFaultException.Broken(FormattableString.Invariant($"The archive unpacks to more than {bounds.Unpacked:N0} bytes."));
        }

        if (Count > ArchiveBounds.Slack && Count / bounds.Ratio > packed.Taken)
        {
            throw ArchiveFaultException.Broken(FormattableString.Invariant($"The archive unpacks to more than {bounds.Ratio:N0} times its size."));
        }

        return count;
    }

    /// <summary>Takes what is left, and makes sure that it ends with the seal.</summary>
    public async ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            // The last bytes stay at the buffer's front, since the seal may come in pieces.
            var kept = 0;
            while (await ReadAsync(buffer.AsMemory(kept), cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                var filled = kept + count;
                kept = Math.Min(filled, ArchiveSeal.Unpacked.Length);
                buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
            }

            if (!buffer.AsSpan(0, kept).SequenceEqual(ArchiveSeal.Unpacked.Span))
            {
                throw ArchiveFaultException.Broken("The archive breaks off within its last bytes, or has others behind its end.");
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Fills the buffer as far as there are bytes.</summary>
    public async ValueTask<int> FillAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var filled = 0;
        while (filled < buffer.Length && await ReadAsync(buffer[filled..], cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            filled += count;
        }

        return filled;
    }
}
