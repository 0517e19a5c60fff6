using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Tests.Core.Registry;

public sealed class CandidateChoiceTests
{
    private static readonly DeploymentEnvironment Dev = new("dev", ["media-*"]) { PendingAllowed = true };
    private static readonly DeploymentEnvironment Prod = new("prod", ["media-*"]);

    [Theory]
    [InlineData("9a", 9, "v9 carries run r1 and is approved.")]
    [InlineData("10p 9a 8r", 9, "v9 is the approved one of v10, v9 and v8, which all carry run r1.")]
    [InlineData("10p 9a 7a 6a", 9, "v9 is the newest of v9, v7 and v6, which all carry run r1 and are approved.")]
    public void Of_VersionsOfWhichSomeAreApproved_TakesTheNewestApproved(string versions, int version, string reason)
    {
        var found = Assert.IsType<CandidateFinding.Found>(CandidateChoice.Of(Packages(versions), "run", "r1", environment: null));

        Assert.Equal((version, reason), (found.Package.Version, found.Reason));
    }

    [Theory]
    [InlineData("11p", "v11 of media-ranker carries run r1, but is pending; approve it in the registry first.", "v11 of media-ranker carries run r1, but is pending; prod asks for an approved one.")]
    [InlineData("11p 9r", "v11 (pending), v9 (rejected) of media-ranker carry run r1, but none is approved; approve it in the registry first.", "v11 (pending), v9 (rejected) of media-ranker carry run r1, but none is approved; prod asks for an approved one.")]
    public void Of_VersionsOfWhichNoneIsApproved_NamesThemAndTheRule(string versions, string nowhere, string prod)
    {
        Assert.Equal(nowhere, Assert.IsType<CandidateFinding.None>(CandidateChoice.Of(Packages(versions), "run", "r1", environment: null)).Reason);
        Assert.Equal(prod, Assert.IsType<CandidateFinding.None>(CandidateChoice.Of(Packages(versions), "run", "r1", Prod)).Reason);
    }

    [Fact]
    public void Of_OnePendingWhereTheEnvironmentAllowsIt_IsTaken() => Assert.Equal(
        "v11 carries run r1; it is pending, which dev allows.",
        Assert.IsType<CandidateFinding.Found>(CandidateChoice.Of(Packages("11p 9r"), "run", "r1", Dev)).Reason);

    [Fact]
    public void Of_SeveralPendingWhereTheEnvironmentAllowsIt_AsksForOne()
    {
        var several = Assert.IsType<CandidateFinding.Several>(CandidateChoice.Of(Packages("12p 11p 9r"), "run", "r1", Dev));

        Assert.Equal([12, 11], several.Packages.Select(package => package.Version));
        Assert.Equal("v12 and v11 of media-ranker all carry run r1 and none is approved: approve one, or name the version.", several.Reason);
    }

    [Fact]
    public void Of_RejectedOnlyEvenWhereAnythingPendingGoes_IsRefused() =>
        Assert.IsType<CandidateFinding.None>(CandidateChoice.Of(Packages("9r"), "run", "r1", Dev));

    private static IReadOnlyList<ModelPackage> Packages(string versions) => [.. versions.Split(' ').Select(version => PackageSamples.Package(
        int.Parse(version[..^1], System.Globalization.CultureInfo.InvariantCulture),
        version[^1] switch { 'a' => ModelApproval.Approved, 'p' => ModelApproval.PendingManualApproval, _ => ModelApproval.Rejected }))];
}
