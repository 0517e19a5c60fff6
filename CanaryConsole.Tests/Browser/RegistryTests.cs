using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CanaryConsole.Tests.Browser;

/// <summary>From "which model?" to a plan: found by the run that made it, looked at, approved.</summary>
public sealed class RegistryTests(RunningConsole console) : BrowserStory<RunningConsole>(console)
{
    [ChromiumFact]
    public async Task Version_FoundByItsRunAndChangedBySomebodyElse_IsApprovedOnlyAfterASecondLook()
    {
        var run = await RunAsync(11);
        var page = await Running.OpenAsync("registry");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search versions" }).FillAsync($"run:{run}");
        await page.GetByRole(AriaRole.Link, new() { Name = "media-ranker v11" }).ClickAsync();
        var approval = page.GetByRole(AriaRole.Region, new() { Name = "Approval" });
        await Expect(approval).ToContainTextAsync("Waits for a person.");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Metrics" })).ToContainTextAsync("champion");

        await SetAsync("rejected", "too slow for us");
        await approval.GetByRole(AriaRole.Button, new() { Name = "Approve…" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Comment").FillAsync("evaluated by hand");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("in the meantime and is rejected now, with \"too slow for us\"; nothing was changed here.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Leave it" }).ClickAsync();
        await Expect(approval).ToContainTextAsync("No rollout of it can start.");

        await approval.GetByRole(AriaRole.Button, new() { Name = "Approve…" }).ClickAsync();
        await dialog.GetByLabel("Comment").FillAsync("evaluated by hand");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();
        await Expect(approval).ToContainTextAsync("Approved by operator.");
        await Expect(approval).ToContainTextAsync("evaluated by hand");
        Assert.Equal(("approved", "bound"), await StandingAsync());
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Plan a rollout" })).ToHaveAttributeAsync("href", "/rollouts/new?group=media-ranker&version=11");
    }

    [ChromiumFact]
    public async Task Candidate_ByItsRun_StartsARolloutOfThatVersion()
    {
        var started = await Running.Http.PostAsJsonAsync("api/rollouts", new
        {
            endpoint = "media-ranker",
            candidate = new { group = "media-ranker", runId = await RunAsync(9) },
            approvalRequired = true,
        });

        Assert.True(started.IsSuccessStatusCode, await started.Content.ReadAsStringAsync());
        Assert.Equal(9, (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("plan").GetProperty("challenger").GetProperty("packageVersion").GetInt32());
    }

    private async Task<string> RunAsync(int version) =>
        (await VersionAsync(version)).GetProperty("package").GetProperty("metadata").GetProperty("candidate_run_id").GetString()!;

    private async Task<(string?, string?)> StandingAsync()
    {
        var version = await VersionAsync(11);
        return (version.GetProperty("package").GetProperty("approval").GetString(), version.GetProperty("standing").GetString());
    }

    private Task<JsonElement> VersionAsync(int version) => Running.Http.GetFromJsonAsync<JsonElement>($"api/registry/media-ranker/versions/{version}");

    private async Task SetAsync(string status, string comment)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/registry/media-ranker/versions/11/approval") { Content = JsonContent.Create(new { status, comment }) };
        request.Headers.Add("X-Actor", "bob");
        var answer = await Running.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
