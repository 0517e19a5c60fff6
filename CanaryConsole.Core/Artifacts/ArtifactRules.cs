namespace CanaryConsole.Core.Artifacts;

/// <summary>The contract as it holds for one package group.</summary>
/// <param name="CodeFolder">With its slash at the end; empty for the root.</param>
/// <param name="Without">Rules that are not asked.</param>
internal sealed record ArtifactRules(string CodeFolder, string ModelPattern, IReadOnlyList<string> Without, string RunIdKey, ArchiveBounds Bounds)
{
    public const string FeatureSchemaFile = "artifacts/feature_schema.json";
    public const string SplitsFile = "artifacts/splits.json";
    public const string MetricsFile = "artifacts/metrics.json";
    public const string ModelInfoFile = "artifacts/model-info.json";

    /// <summary>Files that are read, not just counted.</summary>
    public static IReadOnlyList<string> Documents { get; } = [FeatureSchemaFile, SplitsFile, MetricsFile, ModelInfoFile];

    public string InferenceFile => $"{CodeFolder}inference.py";

    public string RequirementsFile => $"{CodeFolder}requirements.txt";

    /// <summary>Every rule there is in its order, with what it asks in words.</summary>
    public IReadOnlyList<(string Rule, string Name)> All =>
    [
        (ArtifactRule.Archive, "a tar.gz that can be read whole, within bounds"),
        (ArtifactRule.Paths, "every entry stays inside, no links or devices"),
        (ArtifactRule.Inference, Placed("inference.py")),
        (ArtifactRule.Requirements, Placed("requirements.txt")),
        (ArtifactRule.Model, $"exactly one {ModelPattern}"),
        (ArtifactRule.FeatureSchema, FeatureSchemaFile),
        (ArtifactRule.Splits, SplitsFile),
        (ArtifactRule.Metrics, MetricsFile),
        (ArtifactRule.ModelInfo, $"{ModelInfoFile} agrees with the files and the package"),
    ];

    /// <param name="runIdKey">The registry's key of the training run, in the package and in model-info.json alike.</param>
    /// <param name="group">Null for a model without a package.</param>
    public static ArtifactRules Of(ArtifactOptions options, string runIdKey, string? group)
    {
        var special = Special(options, group);
        var folder = (special?.CodeFolder ?? options.CodeFolder).Trim('/');
        return new ArtifactRules(
            folder.Length == 0 ? "" : folder + "/",
            special?.ModelPattern ?? options.ModelPattern,
            (special?.Without ?? options.Without).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            runIdKey,
            ArchiveBounds.Of(options));
    }

    /// <param name="group">Null for a model without a package.</param>
    public static bool IsEnforced(ArtifactOptions options, string? group) => Special(options, group)?.Enforced ?? options.Enforced;

    private static ArtifactGroupOptions? Special(ArtifactOptions options, string? group) =>
        group is null ? null : options.Groups.FirstOrDefault(one => new NamePattern(one.Group).Matches(group));

    private string Placed(string file) => CodeFolder.Length == 0 ? $"{file} at the root" : $"{CodeFolder}{file}";
}

/// <summary>The rules' words for machines.</summary>
public static class ArtifactRule
{
    public const string Archive = "archive";
    public const string Paths = "paths";
    public const string Inference = "inference";
    public const string Requirements = "requirements";
    public const string Model = "model";
    public const string FeatureSchema = "feature-schema";
    public const string Splits = "splits";
    public const string Metrics = "metrics";
    public const string ModelInfo = "model-info";

    /// <summary>In their order. The first two cannot be left out: without them nothing can be read.</summary>
    public static IReadOnlyList<string> All { get; } = [Archive, Paths, Inference, Requirements, Model, FeatureSchema, Splits, Metrics, ModelInfo];
}
