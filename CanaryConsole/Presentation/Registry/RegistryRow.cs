using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Serving;

namespace CanaryConsole.Presentation.Registry;

/// <summary>Where a version has traffic or stands by.</summary>
public sealed record ServingPlace(string Endpoint, string Variant, Percentage Share);

/// <summary>A piece of a version's lineage.</summary>
/// <param name="Short">What fits on a line.</param>
/// <param name="Whole">What copying copies.</param>
public sealed record LineageItem(string Name, string Short, string Whole);

/// <summary>One version as the registry page shows it.</summary>
/// <param name="Before">Where it served lately and does not now, the latest first.</param>
/// <param name="RollOutHref">The form with this version filled in; null when it may not be rolled out.</param>
public sealed record RegistryRow(
    ModelPackage Package,
    string Version,
    Badge Approval,
    IReadOnlyList<LineageItem> Lineage,
    IReadOnlyList<ServingPlace> Places,
    IReadOnlyList<ServedStay> Before,
    string? RollOutHref)
{
    private const int ShortHash = 12;
    private const int LongHash = 20;

    // The names candidates are registered under, and the words people use for them; anything else recorded follows by its own name.
    private static readonly (string Key, string Name)[] KnownLineage =
    [
        ("candidate_run_id", "run"),
        ("data_version", "data"),
        ("git_commit", "commit"),
        ("metrics_hash", "metrics"),
    ];

    /// <summary>The version's own page.</summary>
    public string Href => HrefOf(Package.Group, Package.Version);

    public static string HrefOf(string group) => $"/registry/{Uri.EscapeDataString(group)}";

    public static string HrefOf(string group, int version) => $"{HrefOf(group)}/{version}";

    /// <param name="served">What had traffic lately, by the model's name.</param>
    public static RegistryRow Of(ModelPackage package, MonitorSnapshot snapshot, ILookup<string, ServedStay> served)
    {
        var model = ModelVersion.ModelName(package.Group, package.Version);
        var places = PlacesOf(model, snapshot);
        return new RegistryRow(
            package,
            $"v{package.Version}",
            ApprovalPresentation.Badge(package.Approval),
            LineageOf(package.Metadata),
            places,
            [.. served[model].Where(stay => stay.Until is not null && !places.Exists(place => place.Endpoint == stay.Endpoint)).OrderByDescending(stay => stay.Until).DistinctBy(stay => stay.Endpoint)],
            package.Approval is ModelApproval.Approved
                ? $"/rollouts/new?group={Uri.EscapeDataString(package.Group)}&version={package.Version}"
                : null);
    }

    private static List<LineageItem> LineageOf(IReadOnlyDictionary<string, string> metadata)
    {
        var known = KnownLineage
            .Where(item => metadata.ContainsKey(item.Key))
            .Select(item => new LineageItem(item.Name, Shorten(metadata[item.Key]), metadata[item.Key]));
        var other = metadata
            .Where(pair => !KnownLineage.Any(item => item.Key == pair.Key))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new LineageItem(pair.Key, Shorten(pair.Value), pair.Value));
        return [.. known, .. other];
    }

    // A hash says which by its first characters; the name of a run or a data set means something to its last letter.
    private static string Shorten(string value)
    {
        var bare = value.StartsWith("sha256:", StringComparison.OrdinalIgnoreCase) ? value["sha256:".Length..] : value;
        return bare.Length >= LongHash && bare.All(char.IsAsciiHexDigit) ? bare[..ShortHash] : bare;
    }

    public static List<ServingPlace> PlacesOf(string model, MonitorSnapshot snapshot) =>
    [
        .. snapshot.Endpoints.SelectMany(endpoint => endpoint.Description.Variants
            .Where(variant => variant.ModelName == model)
            .Select(variant => new ServingPlace(endpoint.Description.Name, variant.Name, endpoint.Description.ShareOf(variant.Name)))),
    ];
}
