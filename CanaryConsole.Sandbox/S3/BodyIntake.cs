using System.Globalization;
using System.Security.Cryptography;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.S3;

/// <summary>Takes the body of an upload piece by piece into a blob, and holds it against every length and digest its sender gave.</summary>
internal sealed class BodyIntake : IDisposable
{
    private const string Streaming = "STREAMING-";
    private const int Piece = 64 * 1024;

    private readonly HttpRequest _request;
    private readonly BlobWriter _writer;
    private readonly IncrementalHash _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private readonly IncrementalHash? _sha256;
    private readonly RunningChecksum? _checksum;
    private readonly long _expected;
    private long _length;

    private BodyIntake(HttpRequest request, IBlobStore blobs)
    {
        _request = request;
        _expected = Length(request);
        _checksum = Promised(request) is { } algorithm ? RunningChecksum.Of(algorithm) : null;
        _sha256 = SignedHash(request) is { Length: 64 } ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        _writer = blobs.Create();
    }

    public static async Task<ReceivedBody> ReceiveAsync(HttpContext context, IBlobStore blobs)
    {
        using var intake = new BodyIntake(context.Request, blobs);
        return await intake.RunAsync(context.RequestAborted);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _md5.Dispose();
        _sha256?.Dispose();
        _checksum?.Dispose();
    }

    private async Task<ReceivedBody> RunAsync(CancellationToken cancellationToken)
    {
        var isChunked = SignedHash(_request)?.StartsWith(Streaming, StringComparison.Ordinal) == true
            || _request.Headers.ContentEncoding.ToString().Contains("aws-chunked", StringComparison.Ordinal);
        var trailers = isChunked ? await ReadChunksAsync(cancellationToken) : await ReadPlainAsync(cancellationToken);
        if (_length != _expected)
        {
            throw S3Errors.IncompleteBody();
        }

        var md5 = _md5.GetHashAndReset();
        CheckMd5(md5);
        CheckSha256();
        var checksum = CheckChecksum(trailers);
        return new ReceivedBody(_writer.Complete(), Convert.ToHexStringLower(md5), checksum);
    }

    private async Task<IReadOnlyDictionary<string, string>> ReadChunksAsync(CancellationToken cancellationToken)
    {
        var chunks = new ChunkedBody(_request.Body);
        while (await chunks.ReadAsync(cancellationToken) is { IsEmpty: false } piece)
        {
            await AppendAsync(piece, cancellationToken);
        }

        return chunks.Trailers;
    }

    private async Task<IReadOnlyDictionary<string, string>> ReadPlainAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[(int)Math.Clamp(_expected, 1, Piece)];
        int count;
        while ((count = await _request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await AppendAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return ObjectTraits.Nothing;
    }

    private async ValueTask AppendAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        _length += piece.Length;
        if (_length > _expected)
        {
            throw S3Errors.IncompleteBody();
        }

        _md5.AppendData(piece.Span);
        _sha256?.AppendData(piece.Span);
        _checksum?.Append(piece.Span);
        await _writer.WriteAsync(piece, cancellationToken);
    }

    private static long Length(HttpRequest request)
    {
        string? decoded = request.Headers["x-amz-decoded-content-length"];
        var length = decoded is null
            ? request.ContentLength
            : long.TryParse(decoded, NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : throw S3Errors.InvalidArgument(
                "The x-amz-decoded-content-length header is not a number.", "x-amz-decoded-content-length", decoded);
        return length switch
        {
            null => throw new AwsErrorException("MissingContentLength", "You must provide the Content-Length HTTP header.", 411),
            > S3Errors.MaximumSize => throw S3Errors.EntityTooLarge(length.Value),
            _ => length.Value,
        };
    }

    private static string? SignedHash(HttpRequest request) => request.Headers["x-amz-content-sha256"];

    // Which checksum comes, in a header at the front or in a trailer at the end.
    private static string? Promised(HttpRequest request)
    {
        var trailer = request.Headers["x-amz-trailer"].ToString();
        return RunningChecksum.Algorithms.FirstOrDefault(algorithm =>
                request.Headers.ContainsKey($"x-amz-checksum-{algorithm}") || trailer.Contains($"x-amz-checksum-{algorithm}", StringComparison.OrdinalIgnoreCase))
            ?? (request.Headers["x-amz-sdk-checksum-algorithm"].ToString() is { Length: > 0 } named ? named : null);
    }

    private void CheckMd5(byte[] md5)
    {
        string? told = _request.Headers["Content-MD5"];
        if (told is null)
        {
            return;
        }

        var bytes = new byte[16];
        if (!Convert.TryFromBase64String(told, bytes, out var count) || count != 16)
        {
            throw new AwsErrorException("InvalidDigest", "The Content-MD5 you specified was invalid.");
        }

        if (!bytes.AsSpan().SequenceEqual(md5))
        {
            throw S3Errors.BadDigest("Content-MD5");
        }
    }

    private void CheckSha256()
    {
        if (_sha256 is not null && !Convert.ToHexStringLower(_sha256.GetHashAndReset()).Equals(SignedHash(_request), StringComparison.OrdinalIgnoreCase))
        {
            throw new AwsErrorException("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.");
        }
    }

    private Checksum? CheckChecksum(IReadOnlyDictionary<string, string> trailers)
    {
        if (_checksum is null)
        {
            return null;
        }

        var computed = new Checksum(_checksum.Algorithm, Convert.ToBase64String(_checksum.Finish()), Checksum.FullObject);
        var told = trailers.GetValueOrDefault(computed.Header) ?? _request.Headers[computed.Header].FirstOrDefault();
        return told is null || told == computed.Value ? computed : throw S3Errors.BadDigest(_checksum.Algorithm);
    }
}
