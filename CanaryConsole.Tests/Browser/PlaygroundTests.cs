using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CanaryConsole.Tests.Browser;

/// <summary>What somebody does who wants to see two models answer the same request.</summary>
public sealed class PlaygroundTests(RunningConsole console) : BrowserStory<RunningConsole>(console)
{
    [ChromiumFact]
    public async Task SideBySide_OnSearchEmbeddings_ShowsBothAnswersAndTheirDifference_AndKeepsTheSample()
    {
        var page = await Running.OpenAsync("playground?endpoint=search-embeddings");
        await page.GetByLabel("Payload", new() { Exact = true }).And(page.Locator("textarea")).FillAsync("""{"instances":[{"query":"lantern"}]}""");
        await page.GetByLabel("side by side").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Answer of champion" })).ToContainTextAsync("\"predictions\"");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Answer of challenger" })).ToContainTextAsync("\"predictions\"");
        var difference = page.GetByRole(AriaRole.Region, new() { Name = "Difference", Exact = true });
        await Expect(difference).ToContainTextAsync("$.model");
        await Expect(difference).ToContainTextAsync("$.predictions[0]");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Sent by you" })).ToContainTextAsync("side by side");

        // No two scores lie further apart than this.
        await difference.GetByRole(AriaRole.Textbox).FillAsync("1");
        await difference.GetByRole(AriaRole.Textbox).PressAsync("Enter");
        await Expect(difference).Not.ToContainTextAsync("$.predictions[0]");
        await Expect(difference).ToContainTextAsync("$.model");

        await page.GetByLabel("Name of the sample").FillAsync("lantern");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save payload" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Use lantern as smoke test" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("rollouts/new.*sample=lantern"));
    }
}
