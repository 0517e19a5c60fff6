using Bunit;
using CanaryConsole.Components.Controls.Outlook;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Forecasts;
using static CanaryConsole.Tests.Core.Forecasts.ForecastSamples;

namespace CanaryConsole.Tests.Components.Outlook;

public sealed class OutlookCardTests : ConsoleTestContext
{
    [Fact]
    public void Slider_Moved_ChangesSentenceAndTable()
    {
        var card = Render<OutlookCard>(parameters => parameters.Add(one => one.Outlook, Seen()));
        var (at5, table5) = (card.Find("#outlook-sentence").TextContent, card.Find("table").TextContent);

        card.Find("#outlook-share").Input("50");

        Assert.StartsWith("At 5 % a doubling of the error rate is seen in ", at5, StringComparison.Ordinal);
        Assert.Contains("; at 1 % in ", at5, StringComparison.Ordinal);
        Assert.StartsWith("At 50 % a doubling of the error rate is seen in ", card.Find("#outlook-sentence").TextContent, StringComparison.Ordinal);
        Assert.NotEqual(table5, card.Find("table").TextContent);
    }

    [Fact]
    public void Slider_Moved_StaysWhereItIsWhenThePlanChanges()
    {
        var card = Render<OutlookCard>(parameters => parameters.Add(one => one.Outlook, Seen()));
        card.Find("#outlook-share").Input("33");

        card.Render(parameters => parameters.Add(one => one.Outlook, Seen(perSecond: 500)));

        Assert.Equal("33", card.Find("#outlook-share").GetAttribute("value"));
    }

    [Fact]
    public void Card_NoTraffic_SaysWhyThereIsNoForecast()
    {
        var card = Render<OutlookCard>(parameters => parameters.Add(one => one.Outlook, new(Outline(), null, null, [])));

        Assert.Equal("The endpoint has had no requests lately, so there is no traffic to make a forecast from.", card.Find("#outlook-missing").TextContent);
        Assert.Empty(card.FindAll("#outlook-share"));
    }

    [Fact]
    public void Card_Findings_AreSaid()
    {
        var card = Render<OutlookCard>(parameters => parameters.Add(one => one.Outlook, Seen() with { Findings = [new LintFinding(true, "errorRateLimit", "\"errors\" can never fire.")] }));

        Assert.Contains("\"errors\" can never fire.", card.Find(".note.bad").TextContent, StringComparison.Ordinal);
    }

    private static CanaryConsole.Core.Forecasts.Outlook Seen(double perSecond = 100) =>
        new(Outline(), Traffic(perSecond), Forecaster.Of(Outline(), Traffic(perSecond), Start), []);
}
