namespace CanaryConsole.Core.Rollouts;

/// <summary>The variant that wants to serve.</summary>
/// <param name="VariantName">At most 63 letters, digits and inner hyphens.</param>
/// <param name="PackageGroup">Where the model came from, when the registry knows.</param>
/// <param name="InstanceType">As the champion's unless told otherwise.</param>
/// <param name="Lineage">The package's metadata, kept with the rollout.</param>
public sealed record Challenger(
    string VariantName,
    string ModelName,
    string? PackageGroup,
    int? PackageVersion,
    string InstanceType,
    int InstanceCount,
    IReadOnlyDictionary<string, string> Lineage);
