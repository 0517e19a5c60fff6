using System.Globalization;
using System.Text;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.S3;

/// <summary>Reads a body in S3's own chunks (aws-chunked), signed or not, and the trailing headers behind the last one. Signatures are not looked at.</summary>
internal sealed class ChunkedBody(Stream body)
{
    private const int MaximumLine = 16 * 1024;
    private const int MaximumTrailers = 20;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private long _left;
    private bool _isBegun;

    public Dictionary<string, string> Trailers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The next bytes of the content, valid until the next call; empty at its end.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        if (_left == 0 && !await NextChunkAsync(cancellationToken))
        {
            return default;
        }

        if (_start == _end)
        {
            await FillAsync(cancellationToken);
        }

        var count = (int)Math.Min(_left, _end - _start);
        var content = _buffer.AsMemory(_start, count);
        _start += count;
        _left -= count;
        return content;
    }

    private async ValueTask<bool> NextChunkAsync(CancellationToken cancellationToken)
    {
        if (_isBegun && await LineAsync(cancellationToken) is not "")
        {
            throw S3Errors.IncompleteBody();
        }

        _isBegun = true;
        var size = (await LineAsync(cancellationToken)).Split(';')[0].Trim();
        if (!long.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _left) || _left < 0)
        {
            throw new AwsErrorException("InvalidChunkSizeError", "Only the last chunk is allowed to have a size less than 8192 bytes", 403);
        }

        if (_left > 0)
        {
            return true;
        }

        await TrailersAsync(cancellationToken);
        return false;
    }

    private async ValueTask TrailersAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < MaximumTrailers; i++)
        {
            // The empty line behind the last trailer is left out by some clients.
            var line = await LineAsync(cancellationToken, isEndAllowed: true);
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                return;
            }

            Trailers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }
    }

    private async ValueTask<string> LineAsync(CancellationToken cancellationToken, bool isEndAllowed = false)
    {
        var line = new StringBuilder();
        while (line.Length < MaximumLine)
        {
            if (_start == _end && !await TryFillAsync(cancellationToken))
            {
                return isEndAllowed ? line.ToString() : throw S3Errors.IncompleteBody();
            }

            var one = (char)_buffer[_start++];
            if (one == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(one);
        }

        throw S3Errors.IncompleteBody();
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (!await TryFillAsync(cancellationToken))
        {
            throw S3Errors.IncompleteBody();
        }
    }

    private async ValueTask<bool> TryFillAsync(CancellationToken cancellationToken)
    {
        (_start, _end) = (0, await body.ReadAsync(_buffer, cancellationToken));
        return _end > 0;
    }
}
