using CanaryConsole.Core.Registry;

namespace CanaryConsole.Presentation.Registry;

/// <summary>Which versions to show; null and empty filter nothing.</summary>
internal sealed record RegistryFilter(string? Group, ModelApproval? Approval, string? Text)
{
    public static RegistryFilter Parse(string? group, string? approval, string? text) => new(
        string.IsNullOrWhiteSpace(group) ? null : group,
        Enum.GetValues<ModelApproval>().Cast<ModelApproval?>().FirstOrDefault(one => Slug(one!.Value) == approval), // Never null: cast from values.
        string.IsNullOrWhiteSpace(text) ? null : text.Trim());

    /// <summary>Its name in the address.</summary>
    public static string Slug(ModelApproval approval) => ApprovalPresentation.Name(approval).ToLowerInvariant();

    public bool Matches(ModelPackage package) =>
        (Group is null || package.Group == Group)
        && (Approval is null || package.Approval == Approval)
        && (Text is null || Words(package).Any(word => word.Contains(Text, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Words(ModelPackage package) =>
        [package.Group, $"v{package.Version}", ModelVersion.ModelName(package.Group, package.Version), package.Description ?? "", package.ArtifactUri ?? "", .. package.Metadata.Values];
}
