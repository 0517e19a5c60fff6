using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CanaryConsole.Tests.Browser;

/// <summary>What is seen of a deployment by SageMaker's guardrails: one that its alarm turns back while the console sees no metrics, and one turned back by hand.</summary>
public sealed class ManagedRolloutTests(RunningConsole console) : BrowserStory<RunningConsole>(console)
{
    [ChromiumFact]
    public async Task FailingVersion_ConsoleBlind_IsRolledBackByItsAlarm()
    {
        var sandbox = new Uri($"http://127.0.0.1:{Running.SandboxPort}/_sandbox/faults");
        using var blinded = await Running.Http.PostAsJsonAsync(sandbox, new { kind = "throttle", operation = "GetMetricData", rate = "1" });
        Assert.True(blinded.IsSuccessStatusCode, await blinded.Content.ReadAsStringAsync());
        var fault = (await blinded.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        try
        {
            var (id, page) = await StartAsync(9, new { traffic = "allAtOnce", waitSeconds = 900 });
            var card = page.GetByRole(AriaRole.Region, new() { Name = "Deployment by SageMaker" });
            await Expect(page.Locator(".status .label")).ToContainTextAsync("Rolled back by itself");

            // The console's words where it saw the alarm before SageMaker was done, SageMaker's own where it did not.
            await Expect(page.Locator(".status")).ToContainTextAsync(new Regex($"canaryconsole-{id}-errors\"? went into (the )?ALARM"));
            await Expect(card).ToContainTextAsync("rolled back");
            Assert.Equal("media-ranker-config", await ConfigAsync());
        }
        finally
        {
            using var healed = await Running.Http.DeleteAsync(new Uri($"{sandbox}/{fault}"));
        }
    }

    [ChromiumFact]
    public async Task HealthyVersion_RolledBackByHandWhileItBakes_IsBackByTheAbortAlarm()
    {
        var (id, page) = await StartAsync(8, new { canarySize = new { value = 50 }, waitSeconds = 1800 });
        var card = page.GetByRole(AriaRole.Region, new() { Name = "Deployment by SageMaker" });
        await Expect(card).ToContainTextAsync("bakes at 50 %");
        await Expect(card).ToContainTextAsync("2 of 2 instances");

        await page.GetByRole(AriaRole.Button, new() { Name = "Roll back…" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("The console sets its abort alarm to ALARM");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Roll back now" }).ClickAsync();

        await Expect(page.Locator(".status .label")).ToContainTextAsync("Rolled back by operator");
        await Expect(page.Locator("main")).ToContainTextAsync($"Set alarm canaryconsole-{id}-abort to ALARM");
        Assert.Equal("media-ranker-config", await ConfigAsync());
    }

    private async Task<(string Id, IPage Page)> StartAsync(int version, object managed)
    {
        using var started = await Running.Http.PostAsJsonAsync(
            "api/rollouts", new { endpoint = "media-ranker", packageGroup = "media-ranker", packageVersion = version, strategy = "blueGreen", managed });
        Assert.True(started.IsSuccessStatusCode, await started.Content.ReadAsStringAsync());
        var id = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        return (id, await Running.OpenAsync($"rollouts/{id}"));
    }

    private async Task<string?> ConfigAsync() =>
        (await Running.Http.GetFromJsonAsync<JsonElement>("api/endpoints/media-ranker")).GetProperty("configName").GetString();
}
