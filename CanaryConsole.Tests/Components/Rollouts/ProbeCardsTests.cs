using Bunit;
using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Probes;

namespace CanaryConsole.Tests.Components.Rollouts;

public sealed class ProbeCardsTests : ConsoleTestContext
{
    [Fact]
    public void ReadinessCard_Lines_AreReadAndCheckNowAsks()
    {
        var asked = 0;
        var view = new ReadinessView(
            new Badge("not ready: 1 thing", Tone.Bad, Glyph.Alert), [new ReadinessLine("Model media-ranker-v7", Glyph.Cross, Tone.Bad, "missing", "it does not exist")], Clock.GetUtcNow());
        var card = Render<ReadinessCard>(parameters => parameters.Add(one => one.View, view).Add(one => one.OnCheck, () => asked++));

        card.Find("#check-readiness").Click();

        var line = card.Find("li").TextContent;
        Assert.Contains("missing", line, StringComparison.Ordinal);
        Assert.Contains("Model media-ranker-v7: it does not exist", line, StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [Fact]
    public void ProbesCard_AnswerWithMarkup_IsShownAsText()
    {
        var line = new SmokeLine("smoke test · request 1", "status 200", null, new BodyText("application/json", "{}"), new BodyText("text/html", "<script>alert(1)</script>"));
        var card = Render<ProbesCard>(parameters => parameters.Add(one => one.View, new ProbesView(new Badge("1 of 1 passed", Tone.Good), [line], [])));

        Assert.Empty(card.FindAll("script"));
        Assert.Equal("<script>alert(1)</script>", card.FindAll("pre")[1].TextContent);
    }
}
