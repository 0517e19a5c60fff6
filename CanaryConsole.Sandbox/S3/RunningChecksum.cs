namespace CanaryConsole.Sandbox.S3;

/// <summary>A checksum over bytes as they pass.</summary>
internal abstract class RunningChecksum(string algorithm) : IDisposable
{
    public static readonly IReadOnlyList<string> Algorithms = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"];

    public string Algorithm { get; } = algorithm;

    public static RunningChecksum Of(string algorithm) => algorithm.ToUpperInvariant() switch
    {
        "CRC32" => new CyclicChecksum("CRC32", 32, 0xEDB88320),
        "CRC32C" => new CyclicChecksum("CRC32C", 32, 0x82F63B78),
        "CRC64NVME" => new CyclicChecksum("CRC64NVME", 64, 0x9A6C9329AC4BC9B5),
        "SHA1" => new HashChecksum("SHA1"),
        "SHA256" => new HashChecksum("SHA256"),
        _ => throw S3Errors.InvalidRequest("Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]"),
    };

    public abstract void Append(ReadOnlySpan<byte> bytes);

    public abstract byte[] Finish();

    public virtual void Dispose()
    {
        // Only the hashes hold anything.
    }
}
