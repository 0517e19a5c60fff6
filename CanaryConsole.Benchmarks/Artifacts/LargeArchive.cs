using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Benchmarks.Artifacts;

/// <summary>An archive that keeps the contract: four fifths of its model as weights are, which hardly compress, and one fifth like a vocabulary, which does.</summary>
internal static class LargeArchive
{
    private const int Piece = 4 << 20;
    private const int ModelMember = 512 << 20;

    /// <returns>Its unpacked size.</returns>
    public static async Task<long> WriteAsync(string path, long packed, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        await using var zipped = new GZipStream(file, CompressionLevel.Fastest);
        var (written, hashes, random) = (0L, new Dictionary<string, string>(), new Random(20261118));
        async Task AddAsync(string name, byte[] content)
        {
            await zipped.WriteAsync(TarHeaderWriting.Of(name, content.Length), cancellationToken).ConfigureAwait(false);
            await zipped.WriteAsync(content, cancellationToken).ConfigureAwait(false);
            await zipped.WriteAsync(new byte[TarHeaderWriting.Padding(content.Length)], cancellationToken).ConfigureAwait(false);
            hashes[name] = Hash(SHA256.HashData(content));
            written += 512 + content.Length + TarHeaderWriting.Padding(content.Length);
        }

        await AddAsync("inference.py", "def model_fn(model_dir): ...\n"u8.ToArray()).ConfigureAwait(false);
        await AddAsync("requirements.txt", "torch==2.4.0\n"u8.ToArray()).ConfigureAwait(false);
        await AddAsync("artifacts/feature_schema.json", "{}"u8.ToArray()).ConfigureAwait(false);
        await AddAsync("artifacts/splits.json", "{}"u8.ToArray()).ConfigureAwait(false);
        await AddAsync("artifacts/metrics.json", "{}"u8.ToArray()).ConfigureAwait(false);

        var (weights, words) = (new byte[Piece], Words());
        var shard = 0;
        while (file.Position < packed)
        {
            var name = shard == 0 ? "model/model.pt" : string.Create(CultureInfo.InvariantCulture, $"weights/{shard:000}.bin");
            var length = Math.Min(ModelMember, (packed - file.Position) / Piece * Piece * 6 / 5 / Piece * Piece);
            if (length < Piece)
            {
                break;
            }

            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await zipped.WriteAsync(TarHeaderWriting.Of(name, length), cancellationToken).ConfigureAwait(false);
            for (var at = 0L; at < length; at += Piece)
            {
                random.NextBytes(weights);
                var piece = at / Piece % 5 == 4 ? words : weights;
                hash.AppendData(piece);
                await zipped.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
            }

            hashes[name] = Hash(hash.GetHashAndReset());
            written += 512 + length;
            shard++;
        }

        await AddAsync("artifacts/model-info.json", JsonSerializer.SerializeToUtf8Bytes(new { candidate_run_id = "run-1", data_version = "1", hashes })).ConfigureAwait(false);
        await zipped.WriteAsync(new byte[1024], cancellationToken).ConfigureAwait(false);
        return written + 1024;
    }

    private static byte[] Words()
    {
        var text = new StringBuilder(Piece + 32);
        for (var word = 0; text.Length < Piece; word++)
        {
            text.Append(CultureInfo.InvariantCulture, $"token-{word * 7919 % 100_003} {word % 977}\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString(0, Piece));
    }

    private static string Hash(byte[] hash) => $"sha256:{Convert.ToHexStringLower(hash)}";
}
