using System.Net.Http.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CanaryConsole.Tests.Browser;

/// <summary>What somebody does who rehearses trouble: sets it on the sandbox's page, sees it strike, and ends it.</summary>
public sealed class SandboxFaultTests(RunningConsole console) : BrowserStory<RunningConsole>(console)
{
    [ChromiumFact]
    public async Task EndpointHeldInUpdating_TakesItsWeightsOnlyWhenTheFaultEnds()
    {
        var page = await Running.OpenAsync("sandbox");
        await page.Locator("#pick-hold-updating").ClickAsync();
        await page.Locator("#hold-updating-endpoint").SelectOptionAsync("search-embeddings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Faults in force" })).ToContainTextAsync("search-embeddings");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "1 fault active" })).ToBeVisibleAsync();

        using var accepted = await Running.Http.PutAsJsonAsync("api/endpoints/search-embeddings/weights", new { weights = new { champion = 0.6, challenger = 0.4 } });
        Assert.True(accepted.IsSuccessStatusCode, await accepted.Content.ReadAsStringAsync());
        var endpoint = await Running.OpenAsync("endpoints/search-embeddings");
        await Expect(endpoint.Locator("main")).ToContainTextAsync("Updating");

        await page.GetByRole(AriaRole.Button, new() { Name = "End: Hold an endpoint in Updating, search-embeddings" }).ClickAsync();
        await Expect(page.GetByText("No fault is in force.")).ToBeVisibleAsync();
        await Expect(endpoint.GetByRole(AriaRole.Region, new() { Name = "Weights" })).ToContainTextAsync("actual 60 / 40");
    }
}
