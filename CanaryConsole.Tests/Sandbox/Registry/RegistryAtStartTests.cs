using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Registry;

namespace CanaryConsole.Tests.Sandbox.Registry;

public sealed class RegistryAtStartTests
{
    private readonly World _world = new(new SandboxOptions());
    private readonly IReadOnlyList<Package> _packages;

    public RegistryAtStartTests()
    {
        var now = new DateTimeOffset(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);
        _packages = RegistryAtStart.Fill(_world.Registry, now);
        RegistryAtStart.Fill(_world.Buckets, _packages, now);
    }

    [Fact]
    public async Task Artifacts_AtStart_HoldWhatTheirPackagesSay()
    {
        foreach (var package in _packages)
        {
            var files = Unpacked(await ReadAsync(package.Description.InferenceSpecification!.Containers![0].ModelDataUrl!));
            using var said = JsonDocument.Parse(files["artifacts/model-info.json"]);
            var metadata = package.Description.CustomerMetadataProperties!;

            Assert.Equal(metadata["candidate_run_id"], said.RootElement.GetProperty("candidate_run_id").GetString());
            Assert.Equal(metadata["data_version"], said.RootElement.GetProperty("data_version").GetString());
            Assert.Equal(metadata["metrics_hash"], Hash(files["artifacts/metrics.json"]));
            Assert.All(said.RootElement.GetProperty("hashes").EnumerateObject(), hash => Assert.Equal(Hash(files[hash.Name]), hash.Value.GetString()));
            Assert.Equal(package is not { GroupName: "media-ranker", Version: 12 }, files.ContainsKey("requirements.txt"));
        }
    }

    [Theory]
    [InlineData(7, 0.866)]
    [InlineData(8, 0.871)]
    public async Task Figures_OfAVersion_LieWhereThePackageSays(int version, double auc)
    {
        var described = _packages.Single(package => package is { GroupName: "media-ranker" } && package.Version == version).Description;
        var source = described.ModelMetrics!.ModelQuality!.Statistics!;
        var (evaluated, trained) = (await ReadAsync(source.S3Uri!), await ReadAsync(described.CustomerMetadataProperties!["training_metrics_uri"]));
        using var evaluation = JsonDocument.Parse(evaluated);
        using var training = JsonDocument.Parse(trained);

        Assert.Equal(auc, evaluation.RootElement.GetProperty("binary_classification_metrics").GetProperty("auc").GetProperty("value").GetDouble());
        Assert.Equal(Hash(evaluated), source.ContentDigest);
        Assert.Equal(auc, training.RootElement.GetProperty("epochs").EnumerateArray().Last().GetProperty("validation_auc").GetDouble());
        Assert.Equal(described.CustomerMetadataProperties["metrics_hash"], Hash(trained));
    }

    private async Task<byte[]> ReadAsync(string uri)
    {
        var stored = _world.Buckets.Open(RegistryAtStart.ArtifactBucket, new Uri(uri).AbsolutePath[1..]);
        try
        {
            using var content = new MemoryStream();
            await stored.Content.CopyToAsync(content, 0, stored.Content.Length, CancellationToken.None);
            return content.ToArray();
        }
        finally
        {
            stored.Content.Release();
        }
    }

    private static Dictionary<string, byte[]> Unpacked(byte[] archive)
    {
        using var tar = new TarReader(new GZipStream(new MemoryStream(archive), CompressionMode.Decompress));
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            using var content = new MemoryStream();
            entry.DataStream?.CopyTo(content);
            files.Add(entry.Name, content.ToArray());
        }

        return files;
    }

    private static string Hash(byte[] content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";
}
