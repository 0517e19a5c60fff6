using System.Net.Http.Json;
using System.Text.Json;
using Amazon.Runtime;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CanaryConsole.Tests.Browser;

/// <summary>A version goes from dev to prod: one press fills the wizard in, and two other people let it go.</summary>
public sealed class PromotionTests(EnvironmentsConsole console) : BrowserStory<EnvironmentsConsole>(console)
{
    [ChromiumFact]
    public async Task Promote_FromDevToProd_NeedsTwoPeopleWhoHaveNotStartedIt()
    {
        await MakeDevAsync();
        var dev = await StartInDevAsync();
        var ann = await AsAsync("Ann", $"rollouts/{dev}");
        await Expect(Label(ann)).ToContainTextAsync("Completed");

        await Running.GoAsync(ann, "environments");
        await ann.Locator("#dev").GetByRole(AriaRole.Link, new() { Name = "Promote to prod…" }).ClickAsync();
        await Expect(ann.GetByRole(AriaRole.Region, new() { Name = "Promotion to prod" })).ToContainTextAsync("Served in dev on media-ranker-dev for");
        await Expect(ann.Locator("#package-version")).ToHaveValueAsync("8");
        await ann.ToStepAsync("endpoint");
        await Expect(ann.Locator("#endpoint")).ToHaveValueAsync("media-ranker");
        await ann.Locator("#step-review").ClickAsync();
        await ann.Locator("#start-rollout").ClickAsync();
        await ann.Locator("#confirm-start").ClickAsync();

        var approvals = ann.GetByRole(AriaRole.Region, new() { Name = "0 of 2 approvals, not your own" });
        await Expect(approvals).ToContainTextAsync("Anybody may approve but Ann.");
        await Expect(approvals).ToContainTextAsync("0 breaches");
        await Expect(Approve(ann)).ToBeDisabledAsync();
        await Expect(ann.Locator("#not-by-you")).ToContainTextAsync("Ann started it, and prod takes no approval of whoever did");

        var ben = await AsAsync("Ben", "environments");
        await ConfirmAsync(ben);
        await Expect(ben.Locator("main .waiting")).ToContainTextAsync("1 of 2 approvals");
        await Expect(Approve(ben)).ToBeDisabledAsync();

        var cleo = await AsAsync("Cleo", "environments");
        await ConfirmAsync(cleo);
        await Expect(ann.GetByRole(AriaRole.Region, new() { Name = "2 of 2 approvals, not your own" })).ToContainTextAsync("Cleo");
        await Expect(ann.GetByRole(AriaRole.Log)).ToContainTextAsync("Preparation started");
    }

    private static ILocator Label(IPage page) => page.Locator(".status .label");

    private static ILocator Approve(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true });

    private static async Task ConfirmAsync(IPage page)
    {
        await Approve(page).ClickAsync();
        await page.Locator("#ask-confirm").ClickAsync();
    }

    /// <summary>Another browser, whose user says who they are.</summary>
    private async Task<IPage> AsAsync(string name, string path)
    {
        var page = await Running.OpenAsync(path);
        var foot = page.Locator("nav.side .you");
        await foot.GetByRole(AriaRole.Button).ClickAsync();
        await foot.GetByRole(AriaRole.Textbox).FillAsync(name);
        await foot.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(foot).ToContainTextAsync($"You are: {name}");
        return page;
    }

    private async Task<string> StartInDevAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/rollouts")
        {
            Content = JsonContent.Create(new { endpoint = "media-ranker-dev", packageGroup = "media-ranker", packageVersion = 8, strategy = "allAtOnce", soakMinutes = 0 }),
        };
        request.Headers.Add("X-Actor", "Ann");
        using var answer = await Running.Http.SendAsync(request);
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, started.ToString());
        return started.GetProperty("id").GetString()!;
    }

    /// <summary>An endpoint for dev, made as people make them, and seen in service.</summary>
    private async Task MakeDevAsync()
    {
        using var sageMaker = new AmazonSageMakerClient(
            new BasicAWSCredentials("somebody", "else"), new AmazonSageMakerConfig { ServiceURL = $"http://localhost:{Running.SandboxPort}/", AuthenticationRegion = "eu-central-1" });
        await sageMaker.CreateEndpointConfigAsync(new CreateEndpointConfigRequest
        {
            EndpointConfigName = "media-ranker-dev-config",
            ProductionVariants = [new ProductionVariant { VariantName = "champion", ModelName = "media-ranker-v7", InstanceType = "ml.m5.large", InitialInstanceCount = 1, InitialVariantWeight = 1 }],
        });
        await sageMaker.CreateEndpointAsync(new CreateEndpointRequest { EndpointName = "media-ranker-dev", EndpointConfigName = "media-ranker-dev-config" });
        var page = await Running.OpenAsync("?q=env:dev");
        await Expect(page.Locator("tbody")).ToContainTextAsync("media-ranker-dev");
        await page.GotoAsync(new Uri(Running.Address, "endpoints/media-ranker-dev").ToString());
        await Expect(page.Locator(".page-head")).ToContainTextAsync("InService");
        await Expect(page.Locator(".page-head")).ToContainTextAsync("dev");
        await page.Context.CloseAsync();
    }
}
