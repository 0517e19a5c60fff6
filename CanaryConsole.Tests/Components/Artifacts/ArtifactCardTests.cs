using Bunit;
using CanaryConsole.Components.Controls.Artifacts;
using CanaryConsole.Core;
using CanaryConsole.Core.Artifacts;
using CanaryConsole.Tests.Core.Artifacts;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Components.Artifacts;

public sealed class ArtifactCardTests : ConsoleTestContext
{
    private static readonly ArtifactSubject Subject = new(MemoryArtifacts.Uri, ArchiveBuilder.Package());

    [Fact]
    public void Check_SoundArtifact_ShowsNineOfNineRules()
    {
        using var artifacts = new MemoryArtifacts(ArchiveBuilder.Sound().Build());
        var card = Show(artifacts);
        Assert.Equal("Not checked", card.Find("header .chip").TextContent);

        card.Find("#check-artifact").Click();

        card.WaitForAssertion(() => Assert.Equal("9 of 9 rules", card.Find("header .chip").TextContent));
        Assert.Equal(9, card.FindAll("#artifact-rules li").Count);
        Assert.Equal("Check again", card.Find("#check-artifact").TextContent);
    }

    [Fact]
    public async Task Card_ReportThereIs_IsShownWithoutReading()
    {
        using var artifacts = new MemoryArtifacts(ArchiveBuilder.Sound().Without("requirements.txt").Build());
        await artifacts.CheckAsync();

        var card = Show(artifacts);

        card.WaitForAssertion(() => Assert.Equal("8 of 9 rules", card.Find("header .chip").TextContent));
        Assert.Equal("requirements.txt is missing at the root.", card.Find(".why").TextContent);
        Assert.Equal(1, artifacts.Opened);
    }

    [Fact]
    public async Task Check_Cancelled_CanBeBegunAgain()
    {
        using var stuck = new StuckStream();
        using var artifacts = new MemoryArtifacts(ArchiveBuilder.Sound().Build()) { Open = _ => stuck };
        var card = Show(artifacts);
        card.Find("#check-artifact").Click();
        await stuck.Reading;
        card.WaitForElement("progress");

        card.Find("#cancel-artifact").Click();

        card.WaitForAssertion(() => Assert.Equal("Check now", card.Find("#check-artifact").TextContent));
    }

    [Fact]
    public void Check_StoreDoesNotAnswer_SaysSo()
    {
        using var artifacts = new MemoryArtifacts(ArchiveBuilder.Sound().Build());
        var card = Show(artifacts);
        artifacts.Failure = new CloudException(CloudFailure.Unavailable, "HeadObject failed: no answer");

        card.Find("#check-artifact").Click();

        card.WaitForAssertion(() => Assert.Contains("HeadObject failed: no answer.", card.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Card_NoArtifact_SaysWhy()
    {
        using var artifacts = new MemoryArtifacts();
        Services.AddSingleton<IArtifactDesk>(artifacts.Desk);

        Assert.Contains("the image carries all there is", Render<ArtifactCard>(parameters => parameters.Add(card => card.Subject, null)).Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<ArtifactCard> Show(MemoryArtifacts artifacts)
    {
        Services.AddSingleton<IArtifactDesk>(artifacts.Desk);
        return Render<ArtifactCard>(parameters => parameters.Add(card => card.Subject, Subject));
    }
}
