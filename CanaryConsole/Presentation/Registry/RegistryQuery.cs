using CanaryConsole.Core.Registry;

namespace CanaryConsole.Presentation.Registry;

/// <summary>What the address asks the registry for.</summary>
/// <param name="Problem">A sentence where the search makes no sense.</param>
internal sealed record RegistryQuery(PackageQuery Query, ModelApproval? Approval, string? Problem)
{
    /// <summary>Nothing but the group narrows it.</summary>
    public bool IsOpen => Query.Terms.Count == 0 && Problem is null;

    /// <param name="group">Null for all groups.</param>
    /// <param name="approval">The word of the filter; one it does not know filters nothing.</param>
    public static RegistryQuery Read(string? group, string? approval, string? text, string runIdKey)
    {
        var search = PackageSearch.Read(text, runIdKey);
        var chosen = PackageSearch.Approval(approval);
        return new RegistryQuery(
            new PackageQuery(group, chosen is { } only ? [new PackageTerm.HasApproval(only), .. search.Terms] : search.Terms), chosen, search.Problem);
    }
}
