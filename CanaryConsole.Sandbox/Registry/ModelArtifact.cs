using System.Collections.Concurrent;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using CanaryConsole.Sandbox.Behaviours;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>The model.tar.gz of a version: small, real, and the same bytes at every start.</summary>
internal static class ModelArtifact
{
    private const int WeightBytes = 4096;
    private const string Requirements = "torch==2.4.0\nnumpy==1.26.4\n";

    // Packed once in a process, however many worlds it starts.
    private static readonly ConcurrentDictionary<(string Group, int Version), byte[]> Packed = new();

    public static byte[] Of(string group, int version) => Packed.GetOrAdd((group, version), static of => Pack(of.Group, of.Version));

    private static byte[] Pack(string group, int version)
    {
        using var packed = new MemoryStream();
        using (var zipped = new GZipStream(packed, CompressionLevel.Optimal))
        using (var tar = new TarWriter(zipped, TarEntryFormat.Ustar))
        {
            Add(tar, "model.pth", Weights(group, version));
            Add(tar, "code/inference.py", Encoding.UTF8.GetBytes(Code(group, version)));

            // The one that was packed in haste: its container cannot import what it needs.
            if ((group, version) != ("media-ranker", 12))
            {
                Add(tar, "code/requirements.txt", Encoding.UTF8.GetBytes(Requirements));
            }
        }

        return packed.ToArray();
    }

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

    private static string Code(string group, int version) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        # Serves {{group}} v{{version}}.
        import json

        import numpy
        import torch


        def model_fn(model_dir):
            with open(f"{model_dir}/model.pth", "rb") as weights:
                return torch.from_numpy(numpy.frombuffer(weights.read(), dtype=numpy.float32).copy())


        def input_fn(body, content_type="application/json"):
            return torch.tensor(json.loads(body)["features"], dtype=torch.float32)


        def predict_fn(features, model):
            return torch.sigmoid(features @ model[: len(features)])


        def output_fn(score, accept="application/json"):
            return json.dumps({"predictions": [float(score)]})

        """);
}
