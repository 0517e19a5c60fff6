using System.Security.Cryptography;

namespace CanaryConsole.Sandbox.S3;

internal sealed class HashChecksum(string algorithm) : RunningChecksum(algorithm)
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(new HashAlgorithmName(algorithm));

    public override void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    public override byte[] Finish() => _hash.GetHashAndReset();

    public override void Dispose()
    {
        _hash.Dispose();
        base.Dispose();
    }
}
