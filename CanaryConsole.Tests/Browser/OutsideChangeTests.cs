using System.Net.Http.Json;
using System.Text.Json;
using Amazon.Runtime;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Control;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CanaryConsole.Tests.Browser;

/// <summary>What an operator does when somebody else's hand is on the endpoint, or the endpoint is busy at the worst moment.</summary>
public sealed class OutsideChangeTests(RunningConsole console) : BrowserStory<RunningConsole>(console)
{
    [ChromiumFact]
    public async Task WeightsChangedBySomebodyElse_RolloutDivergesAndIsRestoredInOnePress()
    {
        var (id, page) = await BakingAsync();

        await SetWeightsOutsideAsync(0.6);
        var banner = page.GetByRole(AriaRole.Region, new() { Name = "Changed outside this rollout" });
        await Expect(banner).ToContainTextAsync("The challenger has 60 %, wanted 25 %");
        await Expect(Label(page)).ToContainTextAsync("Diverged");
        Assert.Equal(0.6, await WeightAsync("challenger-v8"), 3);

        await banner.GetByRole(AriaRole.Button, new() { Name = "Restore" }).ClickAsync();
        await Expect(Label(page)).ToContainTextAsync("Baking at 25 %");
        await Expect(banner).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Restoring what was there");
        Assert.Equal(0.25, await WeightAsync("challenger-v8"), 3);

        await RollBackAsync(id);
    }

    [ChromiumFact]
    public async Task RollbackOrderedWhileTheEndpointIsUpdating_LandsTheMomentItIsInService()
    {
        var (id, page) = await BakingAsync();
        using var http = new HttpClient { BaseAddress = Sandbox };
        var control = new SandboxControlClient(http);
        var held = await control.StartAsync("hold-updating", new Dictionary<string, string> { ["endpoint"] = "media-ranker" }, CancellationToken.None);
        await SetWeightsOutsideAsync(0.4);

        await page.GetByRole(AriaRole.Button, new() { Name = "Roll back…" }).ClickAsync();
        await page.Locator("#ask-reason").FillAsync("answers look odd");
        await page.Locator("#ask-confirm").ClickAsync();
        await Expect(Label(page)).ToContainTextAsync("Rolling back: waiting for the endpoint to leave Updating");
        await Expect(page.Locator(".status")).ToContainTextAsync("the weights are set the moment it does. Waiting for");
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("The rollback has to wait");

        await control.EndAsync(held.Id, CancellationToken.None);
        await Expect(Label(page)).ToContainTextAsync("Rolled back by operator");
        Assert.Equal(0, await WeightAsync("challenger-v8"));
        Assert.Equal(1, await WeightAsync("champion"));
        Assert.Equal("rolledBack", await PhaseAsync(id));
    }

    private Uri Sandbox => new($"http://localhost:{Running.SandboxPort}");

    private static ILocator Label(IPage page) => page.Locator(".status .label");

    /// <summary>A rollout of v8 that stays at 25 % for as long as a test needs, with its page.</summary>
    private async Task<(string Id, IPage Page)> BakingAsync()
    {
        using var answer = await Running.Http.PostAsJsonAsync("api/rollouts", new
        {
            endpoint = "media-ranker",
            packageGroup = "media-ranker",
            packageVersion = 8,
            strategy = "customSteps",
            steps = new[] { new { share = 0.25, bakeMinutes = 600 } },
        });
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, started.ToString());
        var id = started.GetProperty("id").GetString()!;
        var page = await Running.OpenAsync($"rollouts/{id}");
        await Expect(Label(page)).ToContainTextAsync("Baking at 25 %");
        return (id, page);
    }

    /// <summary>Another hand on the same account: Amazon's own call, past the console.</summary>
    private async Task SetWeightsOutsideAsync(double challenger)
    {
        using var sageMaker = new AmazonSageMakerClient(
            new BasicAWSCredentials("somebody", "else"), new AmazonSageMakerConfig { ServiceURL = Sandbox.ToString(), AuthenticationRegion = "eu-central-1" });
        await sageMaker.UpdateEndpointWeightsAndCapacitiesAsync(new UpdateEndpointWeightsAndCapacitiesRequest
        {
            EndpointName = "media-ranker",
            DesiredWeightsAndCapacities =
            [
                new DesiredWeightAndCapacity { VariantName = "champion", DesiredWeight = (float)(1 - challenger) },
                new DesiredWeightAndCapacity { VariantName = "challenger-v8", DesiredWeight = (float)challenger },
            ],
        });
    }

    private async Task RollBackAsync(string id)
    {
        using var answer = await Running.Http.PostAsJsonAsync($"api/rollouts/{id}/rollback", new { reason = "the test is over" });
        Assert.True(answer.IsSuccessStatusCode);
        var page = await Running.OpenAsync($"rollouts/{id}");
        await Expect(Label(page)).ToContainTextAsync("Rolled back");
    }

    private async Task<double> WeightAsync(string variant)
    {
        var answer = await Running.Http.GetFromJsonAsync<JsonElement>("api/endpoints/media-ranker");
        return answer.GetProperty("variants").EnumerateArray().Single(one => one.GetProperty("name").GetString() == variant).GetProperty("currentWeight").GetDouble();
    }

    private async Task<string?> PhaseAsync(string id) => (await Running.Http.GetFromJsonAsync<JsonElement>($"api/rollouts/{id}")).GetProperty("phase").GetString();
}
