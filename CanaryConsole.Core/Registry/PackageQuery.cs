namespace CanaryConsole.Core.Registry;

/// <summary>Which versions are asked for; every term must hold.</summary>
/// <param name="Group">The model package group; null for all groups.</param>
/// <param name="Terms">At most 16.</param>
public sealed record PackageQuery(string? Group, IReadOnlyList<PackageTerm> Terms)
{
    public const int MostTerms = 16;

    /// <summary>Every version of a group.</summary>
    public static PackageQuery Of(string? group) => new(group, []);

    public bool Matches(ModelPackage package) => (Group is null || package.Group == Group) && Terms.All(term => term.Matches(package));
}

/// <summary>One condition on a version. Letters' case does not matter.</summary>
public abstract record PackageTerm
{
    private PackageTerm()
    {
    }

    public abstract bool Matches(ModelPackage package);

    public sealed record HasApproval(ModelApproval Approval) : PackageTerm
    {
        public override bool Matches(ModelPackage package) => package.Approval == Approval;
    }

    public sealed record IsVersion(int Version) : PackageTerm
    {
        public override bool Matches(ModelPackage package) => package.Version == Version;
    }

    /// <summary>Metadata under the key that contains the value, or is it where it must be whole; or a tag of the version that is the value.</summary>
    public sealed record Carries(string Key, string Value, bool Whole = false) : PackageTerm
    {
        public override bool Matches(ModelPackage package) =>
            (package.Metadata.TryGetValue(Key, out var recorded)
                && (Whole ? recorded == Value : recorded.Contains(Value, StringComparison.OrdinalIgnoreCase)))
            || (package.Tags.TryGetValue(Key, out var tagged) && tagged == Value);
    }

    /// <summary>Its group, version, description, artifact, or anything it carries, contains the text.</summary>
    public sealed record Mentions(string Text) : PackageTerm
    {
        public override bool Matches(ModelPackage package) => Words(package).Any(word => word.Contains(Text, StringComparison.OrdinalIgnoreCase));

        private static IEnumerable<string> Words(ModelPackage package) =>
            [$"{package.Group}-v{package.Version}", package.Description ?? "", package.ArtifactUri ?? "", .. package.Metadata.Values, .. package.Tags.Values];
    }

    /// <summary>Registered at that moment or later.</summary>
    public sealed record RegisteredFrom(DateTimeOffset At) : PackageTerm
    {
        public override bool Matches(ModelPackage package) => package.CreatedAt >= At;
    }

    /// <summary>Registered before that moment.</summary>
    public sealed record RegisteredBefore(DateTimeOffset At) : PackageTerm
    {
        public override bool Matches(ModelPackage package) => package.CreatedAt < At;
    }
}
