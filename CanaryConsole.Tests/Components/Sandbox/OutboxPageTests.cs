using Bunit;
using CanaryConsole.Components.Pages;
using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests.Components.Sandbox;

public sealed class OutboxPageTests : SandboxTestContext
{
    private const string Topic = "arn:aws:sns:eu-central-1:123456789012:canaryconsole-alerts";

    [Fact]
    public void Page_NotAnsweredYet_IsLoading() => Assert.Contains("Asking the sandbox", Render<OutboxPage>().Find("[role=status][aria-label]").TextContent);

    [Fact]
    public async Task Page_NoEmail_SaysHowToSubscribe()
    {
        await Desk.LookAsync(CancellationToken.None);

        Assert.Contains("sns subscribe --topic-arn", Render<OutboxPage>().Markup);
    }

    [Fact]
    public async Task Page_SomebodySubscribed_ShowsTheLinkThatConfirmsAndThenTheMessages()
    {
        Act(world => world.Topics.Subscribe(Topic, "email", "ann@example.com", isRaw: false, Clock.GetUtcNow()));
        await Desk.LookAsync(CancellationToken.None);
        var page = Render<OutboxPage>();
        Assert.Contains("to ann@example.com · topic canaryconsole-alerts", page.Find("summary").TextContent);

        using var confirmed = await Http.GetAsync(new Uri(page.Find("details a").GetAttribute("href")!));
        Act(world => world.Topics.Publish(Topic, "Rolled back", "<b>media-ranker</b> is on v7 again", Clock.GetUtcNow()));
        await Desk.LookAsync(CancellationToken.None);

        Assert.True(confirmed.IsSuccessStatusCode);
        page.WaitForAssertion(() => Assert.Equal("Rolled back", page.Find("summary .title").TextContent));
        Assert.Equal("Outbox 2", string.Join(' ', page.Find("nav a[aria-current=page]").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("<b>media-ranker</b> is on v7 again", page.Find(".body").TextContent, StringComparison.Ordinal);
    }

    private void Act<T>(Func<World, T> act) => Host.Simulation.Visit((world, _) => act(world));
}
