using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CanaryConsole.Tests.Browser;

/// <summary>A candidate that shadows first, shows what it can, and goes on to its canary with that evidence.</summary>
public sealed class ShadowRolloutTests(RunningConsole console) : BrowserStory<RunningConsole>(console)
{
    [ChromiumFact]
    public async Task ShadowThenCanary_TheCardShowsTheFiguresAndTheFirstStepCarriesThem()
    {
        using var started = await Running.Http.PostAsJsonAsync("api/rollouts", new
        {
            endpoint = "media-ranker",
            packageGroup = "media-ranker",
            packageVersion = 8,
            strategy = "shadow",
            steps = new[] { new { share = 0.25, bakeMinutes = 1 } },
            shadow = new { samplingPercentage = 100, durationMinutes = 1 },
            errorRatioLimit = 2,
            holdLimitMinutes = 1_000,
        });
        started.EnsureSuccessStatusCode();
        var id = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();

        var page = await Running.OpenAsync($"rollouts/{id}");
        var card = page.GetByRole(AriaRole.Region, new() { Name = "Shadow" });
        await Expect(page.Locator(".status .label")).ToContainTextAsync("Shadowing");
        await Expect(card).ToContainTextAsync("under way");
        await Expect(card.GetByRole(AriaRole.Row, new() { Name = "p99" })).ToContainTextAsync("ms");
        await Expect(page.Locator(".status .label")).ToContainTextAsync("Baking at 25 %");

        await Expect(card).ToContainTextAsync("passed");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Journal" })).ToContainTextAsync("the shadow had shown");
        var endpoint = await Running.Http.GetFromJsonAsync<JsonElement>("api/endpoints/media-ranker");
        Assert.Equal(["champion", "challenger-v8"], endpoint.GetProperty("variants").EnumerateArray().Select(variant => variant.GetProperty("name").GetString()));
        var shadow = (await Running.Http.GetFromJsonAsync<JsonElement>($"api/rollouts/{id}")).GetProperty("shadow");
        Assert.True(shadow.GetProperty("passed").GetBoolean());
        Assert.True(shadow.GetProperty("challenger").GetProperty("requests").GetInt64() >= 500);
    }
}
