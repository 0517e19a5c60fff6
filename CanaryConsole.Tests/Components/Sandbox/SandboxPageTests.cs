using Bunit;
using CanaryConsole.Components.Controls.Sandbox;
using CanaryConsole.Components.Pages;
using CanaryConsole.Hosting;
using CanaryConsole.Sandbox.Control;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Components.Sandbox;

public sealed class SandboxPageTests : SandboxTestContext
{
    [Fact]
    public void Page_NotAnsweredYet_IsLoading() => Assert.Contains("Asking the sandbox", Render<SandboxPage>().Find("[role=status][aria-label]").TextContent);

    [Fact]
    public async Task Page_NoFault_SaysSoAndOffersEveryKind()
    {
        var page = await ReadAsync();

        Assert.Contains("No fault is in force.", page.Markup);
        Assert.Equal(
            ["Calls", "Endpoints", "Metrics", "Variants"],
            page.FindAll("section h2").Select(heading => heading.TextContent).Intersect(["Calls", "Endpoints", "Metrics", "Variants"]));
        Assert.Equal(19, page.FindAll("button[aria-expanded=false]").Count);
        Assert.Contains($"http://127.0.0.1:{Host.BoundPort}", page.Markup);
    }

    [Fact]
    public async Task Form_FilledInAndStarted_PutsTheFaultInForce()
    {
        var page = await ReadAsync("variant-errors");
        page.Find("#variant-errors-endpoint").Change("search-embeddings");
        page.Find("#variant-errors-variant").Change("challenger");
        page.Find("#variant-errors-share").Input("0.25");

        page.Find("#form-variant-errors").Submit();

        page.WaitForAssertion(() => Assert.Contains("search-embeddings / challenger · 25 % of the requests fail", page.Find("li").TextContent));
        Assert.Equal("Errors of a variant: in force.", page.Find("p[role=status]").TextContent);
        Assert.Equal("1 fault active", Render<FaultBadge>().Find("a").TextContent.Trim());
    }

    [Fact]
    public async Task Form_WithoutWhatItNeeds_SaysSoAtTheFields()
    {
        var page = await ReadAsync("variant-latency");
        page.Find("#variant-latency-factor").Input("300");

        page.Find("#form-variant-latency").Submit();

        Assert.Equal(
            ["Choose one.", "Choose one.", "\"300\" cannot be: give a number from 0.1 to 100."],
            page.FindAll("#form-variant-latency [role=alert]").Select(problem => problem.TextContent));
        Assert.Empty(Desk.Feed.Current.Faults!.Active);
    }

    [Fact]
    public async Task End_OnARow_EndsThatFault()
    {
        await Desk.StartAsync("expired-credentials", new Dictionary<string, string>(), CancellationToken.None);
        await Desk.StartAsync("hold-updating", new Dictionary<string, string> { ["endpoint"] = "media-ranker" }, CancellationToken.None);
        var page = await ReadAsync();
        Assert.Equal(["Hold an endpoint in Updating", "Expired credentials"], page.FindAll("li .title").Select(title => title.TextContent));

        page.Find("[aria-label='End: Expired credentials, every call']").Click();
        page.WaitForAssertion(() => Assert.Equal("media-ranker", page.Find("li .target").TextContent));

        page.Find("[aria-label^='End: Hold']").Click();
        page.WaitForAssertion(() => Assert.Contains("No fault is in force.", page.Markup));
    }

    [Fact]
    public async Task EndAll_EndsThemAll()
    {
        await Desk.StartAsync("expired-credentials", new Dictionary<string, string>(), CancellationToken.None);
        await Desk.StartAsync("missing-metrics", new Dictionary<string, string>(), CancellationToken.None);
        var page = await ReadAsync();

        page.Button("End all").Click();

        page.WaitForAssertion(() => Assert.Contains("No fault is in force.", page.Markup));
    }

    [Fact]
    public async Task End_OfAFaultThatIsOverAlready_SaysWhy()
    {
        await Desk.StartAsync("expired-credentials", new Dictionary<string, string>(), CancellationToken.None);
        var page = await ReadAsync();
        await new SandboxControlClient(Http).EndAllAsync(CancellationToken.None);

        page.Find("li button").Click();

        page.WaitForAssertion(() => Assert.Contains("Not done. There is no fault", page.Find("[role=alert]").TextContent));
    }

    [Fact]
    public async Task Page_SandboxGone_SaysSoAndKeepsWhatItTold()
    {
        Services.AddSingleton(new SandboxControlClient(new HttpClient { BaseAddress = new Uri("http://127.0.0.1:9") }));
        await Desk.LookAsync(CancellationToken.None);

        var page = Render<SandboxPage>();

        Assert.Contains("The sandbox at http://127.0.0.1:9 does not answer.", page.Find("[role=alert]").TextContent);
    }

    [Fact]
    public void Page_OnAws_SaysWhereFaultsBelong()
    {
        Services.AddSingleton(new ConsoleEnvironment("Aws", "eu-central-1", 1));

        Assert.Contains("This console works on AWS", Render<SandboxPage>().Markup);
        Assert.Empty(Render<FaultBadge>().FindAll("a"));
    }

    private async Task<IRenderedComponent<SandboxPage>> ReadAsync(string? fault = null)
    {
        await Desk.LookAsync(CancellationToken.None);
        Services.GetRequiredService<NavigationManager>().NavigateTo(fault is null ? "/sandbox" : $"/sandbox?fault={fault}");
        return Render<SandboxPage>();
    }
}
