using System.Text.RegularExpressions;

namespace CanaryConsole.Presentation;

/// <summary>Short forms of model names: models are named after their registry group and version, "media-ranker-v7".</summary>
internal static partial class ModelVersion
{
    /// <summary>"v7" for "media-ranker-v7"; a name of another form stays whole.</summary>
    public static string Short(string modelName) =>
        VersionSuffix().Match(modelName) is { Success: true } match ? match.Groups["version"].Value : modelName;

    /// <summary>The name under which a registry version is deployed.</summary>
    public static string ModelName(string group, int version) => $"{group}-v{version}";

    [GeneratedRegex(@"^.+-(?<version>v\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionSuffix();
}
