using System.Text.Json;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Core.Artifacts;

/// <summary>What an archive holds, against what the contract asks. Pure.</summary>
internal static class ContractJudge
{
    private const int MostNamed = 3;

    /// <param name="package">What model-info.json must agree with; null for a model without a package.</param>
    public static IReadOnlyList<ArtifactFinding> Judge(ArchiveContents contents, ModelPackage? package, ArtifactRules rules) =>
        [.. rules.All.Where(rule => IsAsked(rule.Rule, rules)).Select(rule => Finding(rule, contents, package, rules))];

    /// <summary>One rule failed or could not be looked at, and so all the others could not either.</summary>
    public static IReadOnlyList<ArtifactFinding> Unread(ArtifactRules rules, ArtifactResult result, string why) =>
    [
        .. rules.All.Where(rule => IsAsked(rule.Rule, rules)).Select(rule => rule.Rule == ArtifactRule.Archive
            ? new ArtifactFinding(rule.Rule, rule.Name, result, why)
            : Unknown(rule, ArtifactRule.Archive)),
    ];

    /// <summary>The one file that the model's pattern matches; null for none or several.</summary>
    public static string? ModelFile(ArchiveContents contents, ArtifactRules rules) => ModelFiles(contents, rules) is [var one] ? one : null;

    private static bool IsAsked(string rule, ArtifactRules rules) =>
        rule is ArtifactRule.Archive or ArtifactRule.Paths || !rules.Without.Contains(rule, StringComparer.OrdinalIgnoreCase);

    private static ArtifactFinding Finding((string Rule, string Name) rule, ArchiveContents contents, ModelPackage? package, ArtifactRules rules)
    {
        if (contents.Fault is { } fault)
        {
            return fault.Rule == rule.Rule ? new ArtifactFinding(rule.Rule, rule.Name, ArtifactResult.Failed, fault.Why) : Unknown(rule, fault.Rule);
        }

        var why = rule.Rule switch
        {
            ArtifactRule.Archive or ArtifactRule.Paths => null,
            ArtifactRule.Inference => Missing(contents, rules.InferenceFile),
            ArtifactRule.Requirements => Missing(contents, rules.RequirementsFile),
            ArtifactRule.Model => OneModel(contents, rules),
            ArtifactRule.FeatureSchema => Unreadable(contents, ArtifactRules.FeatureSchemaFile),
            ArtifactRule.Splits => Unreadable(contents, ArtifactRules.SplitsFile),
            ArtifactRule.Metrics => Unreadable(contents, ArtifactRules.MetricsFile),
            ArtifactRule.ModelInfo => Unreadable(contents, ArtifactRules.ModelInfoFile) ?? ModelInfoJudge.Problem(contents, package, rules),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return new ArtifactFinding(rule.Rule, rule.Name, why is null ? ArtifactResult.Passed : ArtifactResult.Failed, why);
    }

    private static ArtifactFinding Unknown((string Rule, string Name) rule, string after) =>
        new(rule.Rule, rule.Name, ArtifactResult.Unknown, $"Not looked at: the archive was not read beyond the failure of the rule {after}.");

    private static string? Missing(ArchiveContents contents, string file)
    {
        if (contents.Files.ContainsKey(file))
        {
            return null;
        }

        var name = file[(file.LastIndexOf('/') + 1)..];
        var elsewhere = contents.Files.Keys.Where(path => path == name || path.EndsWith($"/{name}", StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault();
        var place = name == file ? $"{name} is missing at the root" : $"{file} is missing";
        return elsewhere is null ? $"{place}." : $"{place}; there is {ArchivePath.Shown(elsewhere)}.";
    }

    private static string? OneModel(ArchiveContents contents, ArtifactRules rules)
    {
        var found = ModelFiles(contents, rules);
        return found.Count switch
        {
            0 => $"A model file is missing: nothing matches {rules.ModelPattern}.",
            1 => null,
            var count => FormattableString.Invariant($"{count:N0} files match {rules.ModelPattern}, not one: {string.Join(", ", found.Take(MostNamed).Select(ArchivePath.Shown))}{(count > MostNamed ? " and more" : "")}."),
        };
    }

    private static List<string> ModelFiles(ArchiveContents contents, ArtifactRules rules)
    {
        var pattern = new NamePattern(rules.ModelPattern);
        return [.. contents.Files.Keys.Where(pattern.Matches).Order(StringComparer.Ordinal)];
    }

    private static string? Unreadable(ArchiveContents contents, string file)
    {
        if (!contents.Documents.TryGetValue(file, out var document))
        {
            return Missing(contents, file);
        }

        if (document is null)
        {
            return FormattableString.Invariant($"{file} has {contents.Files[file].Length:N0} bytes; at most {ArchiveBounds.Document:N0} are read.");
        }

        try
        {
            using var json = JsonDocument.Parse(document);
            return json.RootElement.ValueKind is JsonValueKind.Object ? null : $"{file} is JSON, but no object.";
        }
        catch (JsonException broken)
        {
            return FormattableString.Invariant($"{file} is not JSON: line {broken.LineNumber + 1} cannot be read.");
        }
    }
}
