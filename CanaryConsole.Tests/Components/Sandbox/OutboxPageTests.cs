using Bunit;
using CanaryConsole.Components.Pages;
using CanaryConsole.Live;
using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Control;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.Components.Sandbox;

/// <summary>The page against a real sandbox on a free port.</summary>
public sealed class OutboxPageTests : ConsoleTestContext, IAsyncLifetime
{
    private const string Topic = "arn:aws:sns:eu-central-1:123456789012:canaryconsole-alerts";

    private SandboxHost? _host;

    private HttpClient Http { get; } = new();

    private SandboxDesk Desk => Services.GetRequiredService<SandboxDesk>();

    public async Task InitializeAsync()
    {
        _host = await SandboxHost.StartAsync(new SandboxOptions { Port = 0 }, Clock, NullLoggerFactory.Instance, CancellationToken.None);
        Http.BaseAddress = new Uri($"http://127.0.0.1:{_host.BoundPort}");
        Services.AddSingleton(new SandboxControlClient(Http));
        Services.AddSingleton<SandboxDesk>();
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Http.Dispose();
        await _host!.DisposeAsync();
    }

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

    private void Act<T>(Func<World, T> act) => _host!.Simulation.Visit((world, _) => act(world));
}
