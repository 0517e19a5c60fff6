using System.Net.Http.Json;
using System.Text.Json;
using CanaryConsole.Sandbox.Control;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CanaryConsole.Tests.Browser;

/// <summary>What an operator sees when trouble is not the challenger's.</summary>
public sealed class GuardTests(RunningConsole console) : BrowserStory<RunningConsole>(console)
{
    [ChromiumFact]
    public async Task BothArmsDegradeTogether_RolloutHoldsAndRollsNobodyBack()
    {
        var (id, page) = await BakingAsync("v8", []);
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Error rate below 1 %" })).ToContainTextAsync("evidence 0.");
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{Running.SandboxPort}") };
        var control = new SandboxControlClient(http);

        var fault = await control.StartAsync("endpoint-errors", new Dictionary<string, string> { ["endpoint"] = "media-ranker", ["share"] = "0.08" }, CancellationToken.None);
        await Expect(page.Locator(".status .label")).ToContainTextAsync("both arms degraded together");
        await Expect(page.Locator(".status")).ToContainTextAsync("Held, not rolled back");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Error rate below 1 %" })).ToContainTextAsync("shared cause");
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Called for a person");

        Assert.Equal(("baking", 0.25), await StandsAsync(id));
        await control.EndAsync(fault.Id, CancellationToken.None);
        await RollBackAsync(id, page);
    }

    [ChromiumFact]
    public async Task ClientsPinAVariant_SplitThatIsNotAsSetShows()
    {
        var (id, page) = await BakingAsync("v8", [new { kind = "errorRateLimit", limit = 0.05 }, new { kind = "trafficSplit", name = "Split as set" }]);
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{Running.SandboxPort}") };
        var control = new SandboxControlClient(http);
        var banner = page.GetByRole(AriaRole.Region, new() { Name = "The traffic is not split as set" });
        await Expect(banner).ToHaveCountAsync(0);

        var fault = await control.StartAsync("pinned-clients", new Dictionary<string, string> { ["endpoint"] = "media-ranker", ["variant"] = "challenger-v8", ["share"] = "0.4" }, CancellationToken.None);
        await Expect(banner).ToContainTextAsync("TargetVariant");
        await Expect(banner.GetByRole(AriaRole.Row, new() { Name = "challenger-v8" })).ToContainTextAsync("25 %");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Split as set" })).ToContainTextAsync("observing only");

        Assert.Equal(("baking", 0.25), await StandsAsync(id));
        await control.EndAsync(fault.Id, CancellationToken.None);
        await RollBackAsync(id, page);
    }

    /// <summary>A rollout that stays at 25 % for as long as a test needs, with its page.</summary>
    private async Task<(string Id, IPage Page)> BakingAsync(string version, IReadOnlyList<object> guardrails)
    {
        using var answer = await Running.Http.PostAsJsonAsync("api/rollouts", new
        {
            endpoint = "media-ranker",
            packageGroup = "media-ranker",
            packageVersion = int.Parse(version[1..], System.Globalization.CultureInfo.InvariantCulture),
            strategy = "customSteps",
            steps = new[] { new { share = 0.25, bakeMinutes = 600 } },
            guardrails = guardrails.Count > 0 ? guardrails : null,
        });
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, started.ToString());
        var id = started.GetProperty("id").GetString()!;
        var page = await Running.OpenAsync($"rollouts/{id}");
        await Expect(page.Locator(".status .label")).ToContainTextAsync("Baking at 25 %");
        return (id, page);
    }

    private async Task<(string? Phase, double Share)> StandsAsync(string id)
    {
        var rollout = await Running.Http.GetFromJsonAsync<JsonElement>($"api/rollouts/{id}");
        return (rollout.GetProperty("phase").GetString(), rollout.GetProperty("challengerShare").GetDouble());
    }

    private async Task RollBackAsync(string id, IPage page)
    {
        using var answer = await Running.Http.PostAsJsonAsync($"api/rollouts/{id}/rollback", new { reason = "the test is over" });
        Assert.True(answer.IsSuccessStatusCode);
        await Expect(page.Locator(".status .label")).ToContainTextAsync("Rolled back");
    }
}
