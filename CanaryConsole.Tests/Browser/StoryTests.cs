using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CanaryConsole.Tests.Browser;

/// <summary>What somebody does who has to explain a rollout: finds the moment, opens the proof, takes it along.</summary>
public sealed class StoryTests(RunningConsole console) : BrowserStory<RunningConsole>(console)
{
    [ChromiumFact]
    public async Task Story_FilteredAndExported_HoldsThatAndIsSafeToOpen()
    {
        var id = await CancelledAsync("=HYPERLINK(\"http://evil.test\")");
        var page = await Running.OpenAsync($"rollouts/{id}/events");
        var story = page.GetByRole(AriaRole.Region, new() { Name = "events" });
        await Expect(story).ToContainTextAsync("hash chain intact");

        await page.Locator("#story-kind").SelectOptionAsync("rolloutCancelled");
        await Expect(story.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(new Uri(Running.Address, $"rollouts/{id}/events?kind=rolloutCancelled").ToString());
        await story.GetByRole(AriaRole.Button, new() { Name = "JSON", Exact = true }).ClickAsync();
        await Expect(story.Locator("pre")).ToContainTextAsync("\"$type\": \"rolloutCancelled\"");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        var lines = (await File.ReadAllTextAsync(await download.PathAsync())).TrimEnd().Split("\r\n");
        Assert.Equal($"{id}-events.csv", download.SuggestedFilename);
        Assert.Equal(2, lines.Length);
        Assert.Contains(",\"'=HYPERLINK(\"\"http://evil.test\"\")\",", lines[1], StringComparison.Ordinal);
    }

    private async Task<string> CancelledAsync(string reason)
    {
        var started = await Running.Http.PostAsJsonAsync("api/rollouts", new { endpoint = "media-ranker", packageGroup = "media-ranker", packageVersion = 8, approvalRequired = true });
        Assert.True(started.IsSuccessStatusCode, await started.Content.ReadAsStringAsync());
        var id = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        var cancelled = await Running.Http.PostAsJsonAsync($"api/rollouts/{id}/cancel", new { reason });
        Assert.True(cancelled.IsSuccessStatusCode, await cancelled.Content.ReadAsStringAsync());
        return id;
    }
}
