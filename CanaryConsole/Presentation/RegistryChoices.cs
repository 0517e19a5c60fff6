using CanaryConsole.Core.Registry;

namespace CanaryConsole.Presentation;

/// <summary>What the registry offers the form; null where it has not answered yet.</summary>
public sealed record RegistryChoices(IReadOnlyList<string>? Groups, IReadOnlyList<ModelPackage>? Versions, IReadOnlyList<string>? Models, string? Problem)
{
    public static RegistryChoices Reading { get; } = new(null, null, null, null);
}

/// <summary>One version to choose, or why not.</summary>
internal sealed record VersionChoice(string Value, string Text, string? WhyNot)
{
    /// <param name="chosen">Stays in the list even where the registry does not know it.</param>
    public static IEnumerable<VersionChoice> Of(IReadOnlyList<ModelPackage>? versions, string chosen)
    {
        var known = (versions ?? []).Select(Of).ToList();
        return chosen.Length > 0 && known.TrueForAll(version => version.Value != chosen)
            ? known.Prepend(new VersionChoice(chosen, $"v{chosen}", null))
            : known;
    }

    private static VersionChoice Of(ModelPackage package)
    {
        var whyNot = package.Approval switch
        {
            ModelApproval.Approved => null,
            ModelApproval.PendingManualApproval => "pending approval, approve it in the registry first",
            ModelApproval.Rejected => "rejected in the registry",
        };
        return new(package.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), $"v{package.Version} · {whyNot ?? "Approved"} · {package.CreatedAt.UtcDateTime:yyyy-MM-dd}", whyNot);
    }
}
