using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CanaryConsole.Tests.Browser;

/// <summary>What a new user does: a bad version that is sent back by itself, a good one that gets everything, and a hand on the weights.</summary>
public sealed partial class FirstRolloutsTests(RunningConsole console) : BrowserStory<RunningConsole>(console)
{
    [ChromiumFact]
    public async Task BlazorScript_IsServed()
    {
        using var script = await Running.Http.GetAsync(new Uri("_framework/blazor.web.js", UriKind.Relative));

        Assert.True(script.IsSuccessStatusCode);
        Assert.True((await script.Content.ReadAsStringAsync()).Length > 50_000);
    }

    [ChromiumFact]
    public async Task BadVersionThenGoodOne_RolledBackByItselfThenCompleted()
    {
        var page = await Running.OpenAsync("");
        await page.GetByRole(AriaRole.Link, new() { Name = "New rollout" }).ClickAsync();

        // A few requests are evidence enough: it may be over before the page has shown it baking.
        await StartAsync(page, version: "9");
        await Expect(Label(page)).ToContainTextAsync("Rolled back by itself");
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Set the challenger to 5 %");
        await Expect(page.Locator(".status")).ToContainTextAsync(BreachReason());
        Assert.Equal(0, await WeightAsync("media-ranker", "challenger-v9"));

        await page.GotoAsync(new Uri(Running.Address, "rollouts/new").ToString());
        await StartAsync(page, version: "8", hurried: true);
        await Expect(Label(page)).ToContainTextAsync("Baking at 5 %");
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Latency p99, ms" }).Locator(".apexcharts-line-series").First).ToBeVisibleAsync();
        await Expect(Label(page)).ToContainTextAsync("Soaking at 100 %");
        await Expect(Label(page)).ToContainTextAsync("Completed");
        Assert.Equal(1, await WeightAsync("media-ranker", "challenger-v8"));
        Assert.DoesNotContain("champion", (await VariantsAsync("media-ranker")).Select(Name));
    }

    [ChromiumFact]
    public async Task WeightSlider_MovedAndConfirmed_BothBarsAndTheEndpointAgree()
    {
        var page = await Running.OpenAsync("endpoints/search-embeddings");
        var weights = page.GetByRole(AriaRole.Region, new() { Name = "Weights" });
        var sliders = weights.GetByRole(AriaRole.Slider);
        await Expect(sliders.First).ToHaveValueAsync("80");

        await sliders.First.FocusAsync();
        for (var press = 0; press < 10; press++)
        {
            await page.Keyboard.PressAsync("ArrowLeft");
        }

        var wanted = double.Parse(await sliders.First.InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(wanted < 80);
        await weights.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("80 %");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Change weights" }).ClickAsync();

        var challenger = 100 - wanted;
        await Expect(weights).ToContainTextAsync(FormattableString.Invariant($"actual {wanted:0.#} / {challenger:0.#}"));
        await Expect(sliders.Nth(1)).ToHaveValueAsync(FormattableString.Invariant($"{challenger:0.#}"));
        Assert.Equal(challenger / 100, await WeightAsync("search-embeddings", "challenger"), 3);
    }

    private static ILocator Label(IPage page) => page.Locator(".status .label");

    /// <param name="hurried">A few minutes where the defaults are ten and thirty: how long a bake lasts is not what is shown here.</param>
    private static async Task StartAsync(IPage page, string version, bool hurried = false)
    {
        await page.Locator("#package-group").SelectOptionAsync("media-ranker");
        await page.Locator("#package-version").SelectOptionAsync(version);
        await page.ToStepAsync("endpoint");
        await page.Locator("#endpoint").SelectOptionAsync("media-ranker");
        if (hurried)
        {
            await page.ToStepAsync("strategy");
            await page.Locator("#bake-minutes").FillAsync("4");
            await page.Locator("#soak-minutes").FillAsync("5");
        }

        await page.ToStepAsync("review");
        await page.Locator("#start-rollout").ClickAsync();
        await page.Locator("#confirm-start").ClickAsync();
        await page.WaitForURLAsync("**/rollouts/media-ranker-*");
    }

    private async Task<double> WeightAsync(string endpoint, string variant) =>
        (await VariantsAsync(endpoint)).Single(one => Name(one) == variant).GetProperty("currentWeight").GetDouble();

    private async Task<IEnumerable<JsonElement>> VariantsAsync(string endpoint) =>
        (await Running.Http.GetFromJsonAsync<JsonElement>($"api/endpoints/{endpoint}")).GetProperty("variants").EnumerateArray();

    private static string? Name(JsonElement variant) => variant.GetProperty("name").GetString();

    [GeneratedRegex("error rate [0-9.]+ % over [0-9,]+ requests")]
    private static partial Regex BreachReason();
}
