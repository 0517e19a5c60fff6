using System.Text.Json;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Core.Artifacts;

/// <summary>What model-info.json says, against the bytes of the archive and the metadata of the package. Pure.</summary>
internal static class ModelInfoJudge
{
    private const string DataVersion = "data_version";
    private const string Hashes = "hashes";
    private const string File = ArtifactRules.ModelInfoFile;

    /// <summary>The first thing that does not agree, as a sentence; null where everything does. The file is there and an object.</summary>
    public static string? Problem(ArchiveContents contents, ModelPackage? package, ArtifactRules rules)
    {
        using var document = JsonDocument.Parse(contents.Documents[File]);
        var said = document.RootElement;
        return Agrees(said, rules.RunIdKey, package) ?? Agrees(said, DataVersion, package) ?? HashesAgree(said, contents, rules) ?? PackageAgrees(package, contents, rules);
    }

    private static string? Agrees(JsonElement said, string key, ModelPackage? package)
    {
        if (!said.TryGetProperty(key, out var member) || member.ValueKind is not JsonValueKind.String || member.GetString() is not { Length: > 0 } value)
        {
            return $"{File} does not say its {key}.";
        }

        if (package is null)
        {
            return null;
        }

        if (!package.Metadata.TryGetValue(key, out var recorded))
        {
            return $"{File} says {key} {ArchivePath.Shown(value)}, but the metadata of {Named(package)} has no {key} to agree with.";
        }

        return recorded == value ? null : $"{File} says {key} {ArchivePath.Shown(value)}, but the metadata of {Named(package)} says {ArchivePath.Shown(recorded)}.";
    }

    private static string? HashesAgree(JsonElement said, ArchiveContents contents, ArtifactRules rules)
    {
        if (!said.TryGetProperty(Hashes, out var hashes) || hashes.ValueKind is not JsonValueKind.Object)
        {
            return $"{File} has no {Hashes}: an object of paths and SHA-256 hashes.";
        }

        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hash in hashes.EnumerateObject())
        {
            if (!contents.Files.TryGetValue(hash.Name, out var file))
            {
                return $"{File} names the hash of {ArchivePath.Shown(hash.Name)}, which is missing in the archive.";
            }

            if (hash.Value.ValueKind is not JsonValueKind.String || !Same(hash.Value.GetString()!, file.Sha256))
            {
                return $"{File} says another hash of {ArchivePath.Shown(hash.Name)} than its bytes have: sha256:{file.Sha256}.";
            }

            named.Add(hash.Name);
        }

        return ContractJudge.ModelFile(contents, rules) is { } model && !named.Contains(model) ? $"{File} names no hash of {ArchivePath.Shown(model)}." : null;
    }

    /// <summary>The package may record hashes of its own, as in "metrics_hash".</summary>
    private static string? PackageAgrees(ModelPackage? package, ArchiveContents contents, ArtifactRules rules)
    {
        (string Key, string? File)[] recorded =
        [
            ("metrics_hash", ArtifactRules.MetricsFile),
            ("splits_hash", ArtifactRules.SplitsFile),
            ("feature_schema_hash", ArtifactRules.FeatureSchemaFile),
            ("model_hash", ContractJudge.ModelFile(contents, rules)),
        ];
        foreach (var (key, name) in recorded)
        {
            if (package is not null && package.Metadata.TryGetValue(key, out var hash) && name is not null && contents.Files.TryGetValue(name, out var file) && !Same(hash, file.Sha256))
            {
                return $"The metadata of {Named(package)} says {key} {ArchivePath.Shown(hash)}, but {ArchivePath.Shown(name)} has sha256:{file.Sha256}.";
            }
        }

        return null;
    }

    private static bool Same(string said, string sha256)
    {
        const string Prefix = "sha256:";
        var bare = said.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? said[Prefix.Length..] : said;
        return string.Equals(bare, sha256, StringComparison.OrdinalIgnoreCase);
    }

    private static string Named(ModelPackage package) => FormattableString.Invariant($"{package.Group} v{package.Version}");
}
