using CanaryConsole.Core.Registry;

namespace CanaryConsole.Tests.Core.Registry;

public sealed class PackageQueryTests
{
    private static readonly ModelPackage Package = PackageSamples.Package(tags: new Dictionary<string, string> { ["team"] = "media" });

    public static TheoryData<PackageTerm, bool> Terms => new()
    {
        { new PackageTerm.HasApproval(ModelApproval.Approved), true },
        { new PackageTerm.HasApproval(ModelApproval.Rejected), false },
        { new PackageTerm.IsVersion(8), true },
        { new PackageTerm.IsVersion(80), false },
        { new PackageTerm.Carries("git_commit", "9F3C"), true },
        { new PackageTerm.Carries("git_commit", "9f3c", Whole: true), false },
        { new PackageTerm.Carries("git_commit", "9f3c2e1d4b5a", Whole: true), true },
        { new PackageTerm.Carries("team", "media"), true },
        { new PackageTerm.Carries("team", "med"), false },
        { new PackageTerm.Carries("nothing", "media"), false },
        { new PackageTerm.Mentions("CROSS"), true },
        { new PackageTerm.Mentions("ranker-v8"), true },
        { new PackageTerm.Mentions("run-8"), true },
        { new PackageTerm.Mentions("run-9"), false },
        { new PackageTerm.RegisteredFrom(PackageSamples.Registered), true },
        { new PackageTerm.RegisteredBefore(PackageSamples.Registered), false },
    };

    [Theory]
    [MemberData(nameof(Terms))]
    public void Matches_OneTerm_AsItSays(PackageTerm term, bool matches) => Assert.Equal(matches, new PackageQuery("media-ranker", [term]).Matches(Package));

    [Fact]
    public void Matches_AnotherGroup_Never() => Assert.False(PackageQuery.Of("other").Matches(Package));
}
