using Bunit;
using CanaryConsole.Components.Pages;
using CanaryConsole.Core.Serving;
using CanaryConsole.Core.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static CanaryConsole.Tests.Presentation.Serving.ServingSamples;

namespace CanaryConsole.Tests.Components.Serving;

public sealed class ServingPageTests : ConsoleTestContext
{
    private readonly FakeServingHistory _history = new();

    public ServingPageTests() => Services.AddSingleton<IServingHistory>(_history);

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Page_MomentWithinARollout_SaysWhatServedSinceWhenAndWhy()
    {
        _history.Changes.AddRange([Seen(0, 0), Seen(15, 5, version: 7), Seen(30, 25, version: 9)]);

        var text = Show("?at=2026-11-21T02:20:00Z").Markup.Text();

        Assert.Contains("95 % champion", text, StringComparison.Ordinal);
        Assert.Contains("5 % challenger-v8 media-ranker v8", text, StringComparison.Ordinal);
        Assert.Contains("2026-11-21 02:15:00", text, StringComparison.Ordinal);
        Assert.Contains("5 min before", text, StringComparison.Ordinal);
        Assert.Contains("Weights read back: challenger 5 %.", text, StringComparison.Ordinal);
        Assert.Contains("event 7", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_BeforeTheFirstEvent_IsHonest()
    {
        _history.Changes.Add(Seen(15, 5));

        var text = Show("?at=2026-11-21T02:00:00Z").Markup.Text();

        Assert.Contains("Not known at 2026-11-21 02:00:00", text, StringComparison.Ordinal);
        Assert.Contains("known from 2026-11-21 02:15:00 on", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_NothingRecorded_SaysThatItKnowsNothing() => Assert.Contains("has recorded nothing of this endpoint's traffic", Show().Markup.Text(), StringComparison.Ordinal);

    [Fact]
    public void Page_OrderedAndNotSeen_SaysThatItWasOnItsWay()
    {
        _history.Changes.AddRange([Seen(0, 0), Ordered(15, 5), Seen(16, 5)]);

        var text = Show("?at=2026-11-21T02:15:30Z").Markup.Text();

        Assert.Contains("A change was on its way.", text, StringComparison.Ordinal);
        Assert.Contains("The next change seen was at 02:16:00.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?at=yesterday", "At is \"yesterday\"")]
    [InlineData("?at=2030-01-01T00:00:00Z", "That moment has not come yet. Shown is now.")]
    public void Page_MomentThatIsNone_ShowsNowAndSaysSo(string query, string said) =>
        Assert.Contains(said, Show(query).Markup.Text(), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Strip_Moved_GoesToThatMoment()
    {
        _history.Changes.Add(Seen(0, 0));
        var page = Show("?at=2026-11-21T02:20:00Z&around=1h");

        page.Find("#serving-pick").Change("0");

        Assert.EndsWith("at=2026-11-21T01%3A50%3A00Z&around=1h", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Jumps_LeadToTheChangesAround()
    {
        _history.Changes.AddRange([Seen(0, 0), Seen(15, 5), Seen(30, 25)]);
        var page = Show("?at=2026-11-21T02:20:00Z");

        Assert.EndsWith("at=2026-11-21T02%3A15%3A00Z", page.FindAll("a").Single(link => link.TextContent == "Earlier change").GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("at=2026-11-21T02%3A30%3A00Z", page.FindAll("a").Single(link => link.TextContent == "Later change").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_StoreDown_SaysWhyAndTriesAgain()
    {
        _history.Failure = new StoreException("The event store is locked.");
        var page = Show();
        Assert.Contains("The event store is locked.", page.Markup.Text(), StringComparison.Ordinal);

        _history.Failure = null;
        _history.Changes.Add(Seen(0, 0));
        page.Button("Try again").Click();

        page.WaitForAssertion(() => Assert.Contains("100 % champion", page.Markup.Text(), StringComparison.Ordinal));
    }

    private IRenderedComponent<ServingPage> Show(string query = "")
    {
        Navigation.NavigateTo("/endpoints/media-ranker/serving" + query);
        return Render<ServingPage>(parameters => parameters.Add(page => page.Name, "media-ranker"));
    }
}
