using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Presentation.Registry;

/// <summary>A station on the way of a version from its data to its endpoint.</summary>
/// <param name="Kind">As in "data version".</param>
/// <param name="Text">What fits; a dash where nothing is on record.</param>
/// <param name="Whole">What copying copies; null where there is nothing to copy.</param>
/// <param name="Href">Its page, where it has one.</param>
public sealed record LineageNode(string Kind, string Text, string? Whole, string? Href)
{
    private const int ShortHash = 12;

    /// <summary>Data, run, commit, package, model, configuration, endpoint: in this order, one for each endpoint at the end.</summary>
    internal static IReadOnlyList<LineageNode> Of(ModelPackage package, string runIdKey, MonitorSnapshot snapshot)
    {
        var model = ModelVersion.ModelName(package.Group, package.Version);
        var serving = snapshot.Endpoints.Where(endpoint => endpoint.Description.Variants.Any(variant => variant.ModelName == model)).ToList();
        return
        [
            Recorded("data version", package, "data_version"),
            Recorded("run", package, runIdKey),
            Recorded("commit", package, "git_commit"),
            new LineageNode("package", $"{package.Group} v{package.Version}", package.Arn, null),
            new LineageNode("model", model, model, null),
            .. serving.Count == 0
                ? (LineageNode[])[Missing("config"), Missing("endpoint")]
                : serving.SelectMany(endpoint => new[]
                {
                    new LineageNode("config", endpoint.Description.ConfigName, endpoint.Description.ConfigName, null),
                    new LineageNode("endpoint", endpoint.Description.Name, endpoint.Description.Arn, $"/endpoints/{Uri.EscapeDataString(endpoint.Description.Name)}"),
                }),
        ];
    }

    private static LineageNode Recorded(string kind, ModelPackage package, string key) =>
        (package.Metadata.TryGetValue(key, out var value) || package.Tags.TryGetValue(key, out value)) && value.Length > 0
            ? new LineageNode(kind, Short(value), value, $"/registry?q={Uri.EscapeDataString($"{(kind == "run" ? "run" : kind == "commit" ? "commit" : "data")}:\"{value}\"")}")
            : Missing(kind);

    private static LineageNode Missing(string kind) => new(kind, "—", null, null);

    private static string Short(string value) => value.Length > 2 * ShortHash && value.All(char.IsAsciiHexDigit) ? value[..ShortHash] : value;
}
