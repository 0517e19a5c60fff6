using System.Collections.Concurrent;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CanaryConsole.Sandbox.Behaviours;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>The model.tar.gz of a version: small, real, after the console's artifact contract, and the same bytes whenever it is packed of the same lineage.</summary>
internal static class ModelArtifact
{
    private const int WeightBytes = 4096;
    private const int MostPacked = 256;
    private const string Requirements = "torch==2.4.0\nnumpy==1.26.4\n";

    private static readonly double[] Sample = [0.12, 0.5, 0.93, 0.3];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    // Packed once in a process, however many worlds it starts.
    private static readonly ConcurrentDictionary<(string Group, int Version, string RunId, string Data), byte[]> Packed = new();

    /// <summary>One request of each version's kind, as SageMaker keeps samples: a tar.gz of files.</summary>
    public static byte[] SamplePayload { get; } = Packing(("payload.json", JsonSerializer.SerializeToUtf8Bytes(new { features = Sample })));

    public static byte[] Of(string group, int version, IReadOnlyDictionary<string, string> lineage)
    {
        // Lineage names a day, and a process may start worlds on very many of them.
        if (Packed.Count >= MostPacked)
        {
            Packed.Clear();
        }

        return Packed.GetOrAdd((group, version, lineage["candidate_run_id"], lineage["data_version"]), static of => Pack(of.Group, of.Version, of.RunId, of.Data));
    }

    private static byte[] Pack(string group, int version, string runId, string dataVersion)
    {
        var files = Files(group, version);
        return Packing([.. files, ("artifacts/model-info.json", ModelInfo(group, version, runId, dataVersion, files))]);
    }

    private static byte[] Packing(params ReadOnlySpan<(string Name, byte[] Content)> files)
    {
        using var packed = new MemoryStream();
        using (var zipped = new GZipStream(packed, CompressionLevel.Optimal))
        using (var tar = new TarWriter(zipped, TarEntryFormat.Ustar))
        {
            foreach (var (name, content) in files)
            {
                Add(tar, name, content);
            }
        }

        return packed.ToArray();
    }

    private static List<(string Name, byte[] Content)> Files(string group, int version) =>
    [
        ("inference.py", Encoding.UTF8.GetBytes(ModelCode.Of(group, version))),

        // The one that was packed in haste: its container cannot import what it needs.
        .. (group, version) == ("media-ranker", 12) ? Array.Empty<(string, byte[])>() : [("requirements.txt", Encoding.UTF8.GetBytes(Requirements))],
        ("model/model.pt", Weights(group, version)),
        ("artifacts/feature_schema.json", FeatureSchema()),
        ("artifacts/splits.json", Splits(group, version)),
        ("artifacts/metrics.json", ModelFigures.Training(group, version)),
    ];

    private static void Add(TarWriter tar, string name, byte[] content) => tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name)
    {
        DataStream = new MemoryStream(content),
        ModificationTime = DateTimeOffset.UnixEpoch,
        Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
    });

    private static byte[] Weights(string group, int version)
    {
        var dice = Dice.For(version, $"{group}/weights");
        var weights = new byte[WeightBytes];
        for (var i = 0; i < weights.Length; i += sizeof(float))
        {
            BitConverter.TryWriteBytes(weights.AsSpan(i), (float)dice.Normal());
        }

        return weights;
    }

    private static byte[] FeatureSchema() => Json(new
    {
        content_type = "application/json",
        features = new[]
        {
            new { name = "position", type = "float", required = true },
            new { name = "hour_of_day", type = "float", required = true },
            new { name = "title_similarity", type = "float", required = true },
            new { name = "recent_visits", type = "float", required = false },
        },
        sample = new { features = Sample },
    });

    private static byte[] Splits(string group, int version) => Json(new
    {
        seed = version,
        by = "user",
        train = new { rows = 800_000 + (version * 10_000), source = $"{group}/train" },
        validation = new { rows = 100_000, source = $"{group}/validation" },
        test = new { rows = 100_000, source = $"{group}/test" },
    });

    private static byte[] ModelInfo(string group, int version, string runId, string dataVersion, List<(string Name, byte[] Content)> files) => Json(new
    {
        name = group,
        version,
        candidate_run_id = runId,
        data_version = dataVersion,
        hashes = files.ToDictionary(file => file.Name, file => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(file.Content))}"),
    });

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Indented);
}
