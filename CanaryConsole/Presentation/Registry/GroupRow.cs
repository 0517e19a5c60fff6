using System.Globalization;
using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Presentation.Registry;

/// <summary>What was read of a group; nothing but the problem where it could not be.</summary>
internal sealed record GroupReading(int? Count, ModelPackage? Newest, string? Problem);

/// <summary>A version of a group that has traffic.</summary>
internal sealed record GroupPlace(string Endpoint, string Version, Percentage Share);

/// <summary>One model package group as the registry page shows it; without count and newest version until they are read.</summary>
internal sealed record GroupRow(string Name, int? Count, ModelPackage? Newest, string? Problem, IReadOnlyList<GroupPlace> Places)
{
    public static GroupRow Of(string name, GroupReading? reading, MonitorSnapshot snapshot) => new(
        name, reading?.Count, reading?.Newest, reading?.Problem,
        [
            .. snapshot.Endpoints.SelectMany(endpoint => endpoint.Description.Variants
                .Where(variant => IsOf(name, variant.ModelName) && endpoint.Description.ShareOf(variant.Name) > Percentage.Zero)
                .Select(variant => new GroupPlace(endpoint.Description.Name, ModelVersion.Short(variant.ModelName), endpoint.Description.ShareOf(variant.Name)))),
        ]);

    /// <summary>The version of the group with the greatest share of an endpoint's traffic; null where none serves.</summary>
    public static int? Champion(string name, MonitorSnapshot snapshot) => Of(name, null, snapshot).Places
        .OrderByDescending(place => place.Share)
        .Select(place => int.TryParse(place.Version.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : (int?)null)
        .FirstOrDefault(version => version is not null);

    // Models are named after their group and version.
    private static bool IsOf(string group, string model) =>
        model.StartsWith($"{group}-v", StringComparison.Ordinal) && model.AsSpan(group.Length + 2) is { Length: > 0 } number && int.TryParse(number, out _);
}
