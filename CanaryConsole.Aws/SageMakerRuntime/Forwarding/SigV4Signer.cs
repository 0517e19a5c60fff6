using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CanaryConsole.Aws.SageMakerRuntime.Forwarding;

/// <summary>
/// AWS Signature Version 4 for requests without a query, as Amazon describes it (Signature Version 4 signing process) and as Amazon's published test vectors hold it. It is here because the
/// SDK's pipeline costs many times what the rest of the forwarding does. Safe for any number of threads.
/// </summary>
internal sealed class SigV4Signer(string service, string region)
{
    public const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Terminator = "aws4_request";

    private DailyKey? _key;

    /// <summary>The value of the header Authorization.</summary>
    /// <param name="path">As sent; only letters that need no encoding.</param>
    /// <param name="headers">All that is signed, x-amz-date among them: names in small letters, ascending.</param>
    /// <param name="payloadHash">SHA-256 of the body.</param>
    /// <param name="date">The value of x-amz-date, in <see cref="DateFormat"/>.</param>
    public string Sign(string method, string path, IReadOnlyList<SignedHeader> headers, ReadOnlySpan<byte> payloadHash, string date, string accessKey, string secret)
    {
        var names = string.Join(';', headers.Select(header => header.Name));
        Span<byte> canonicalHash = stackalloc byte[SHA256.HashSizeInBytes];
        HashCanonical(method, path, headers, names, payloadHash, canonicalHash);

        var day = date[..8];
        var scope = $"{day}/{region}/{service}/{Terminator}";
        Span<byte> signature = stackalloc byte[SHA256.HashSizeInBytes];
        HMACSHA256.HashData(Key(secret, day), Encoding.ASCII.GetBytes($"{Algorithm}\n{date}\n{scope}\n{Convert.ToHexStringLower(canonicalHash)}"), signature);
        return $"{Algorithm} Credential={accessKey}/{scope}, SignedHeaders={names}, Signature={Convert.ToHexStringLower(signature)}";
    }

    public static string DateOf(DateTimeOffset at) => at.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static void HashCanonical(
        string method, string path, IReadOnlyList<SignedHeader> headers, string names, ReadOnlySpan<byte> payloadHash, Span<byte> hash)
    {
        var most = method.Length + path.Length + names.Length + (2 * payloadHash.Length) + 8;
        for (var i = 0; i < headers.Count; i++)
        {
            most += headers[i].Name.Length + headers[i].Value.Length + 2;
        }

        var rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            var canonical = new AsciiWriter(rented);
            canonical.Line(method);
            canonical.Line(path);
            canonical.Line("");
            for (var i = 0; i < headers.Count; i++)
            {
                canonical.Write(headers[i].Name);
                canonical.Write(":");
                canonical.Collapsed(headers[i].Value);
                canonical.Line("");
            }

            canonical.Line("");
            canonical.Line(names);
            canonical.Write(Convert.ToHexStringLower(payloadHash));
            SHA256.HashData(canonical.Written, hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private byte[] Key(string secret, string day)
    {
        var known = Volatile.Read(ref _key);
        if (known is not null && known.Day == day && known.Secret == secret)
        {
            return known.Bytes;
        }

        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in (ReadOnlySpan<string>)[day, region, service, Terminator])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        Volatile.Write(ref _key, new DailyKey(secret, day, key));
        return key;
    }

    private sealed record DailyKey(string Secret, string Day, byte[] Bytes);

    private ref struct AsciiWriter(Span<byte> into)
    {
        private readonly Span<byte> _into = into;
        private int _length;

        public readonly ReadOnlySpan<byte> Written => _into[.._length];

        public void Write(ReadOnlySpan<char> text) => _length += Encoding.ASCII.GetBytes(text, _into[_length..]);

        public void Line(ReadOnlySpan<char> text)
        {
            Write(text);
            _into[_length++] = (byte)'\n';
        }

        // A value is signed without spaces around it, and with one where there are several.
        public void Collapsed(string value)
        {
            var before = ' ';
            foreach (var letter in value.AsSpan().Trim())
            {
                if (letter != ' ' || before != ' ')
                {
                    _into[_length++] = (byte)letter;
                }

                before = letter;
            }
        }
    }
}

/// <param name="Name">In small letters.</param>
internal readonly record struct SignedHeader(string Name, string Value);
