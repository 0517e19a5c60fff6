using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CanaryConsole.Tests.Browser;

/// <summary>A rollout planned in the wizard: from the candidate to the start by the keyboard alone, with a reload in the middle.</summary>
public sealed class WizardTests(RunningConsole console) : BrowserStory<RunningConsole>(console)
{
    [ChromiumFact]
    public async Task V8_ByTheKeyboard_FromTheCandidateToARunningRollout()
    {
        var page = await Running.OpenAsync("rollouts/new");
        await Expect(page.Locator("#package-group option", new() { HasText = "media-ranker" })).ToHaveCountAsync(1);
        await ChooseAsync(page, "#package-group", "media-ranker");
        await Expect(page.Locator("#package-version option[value='8']")).ToHaveCountAsync(1);
        await ChooseAsync(page, "#package-version", "v8");
        await NextAsync(page, "endpoint");
        await Expect(page.Locator("#endpoint")).ToHaveValueAsync("media-ranker");
        await NextAsync(page, "strategy");
        await page.Locator("#bake-minutes").FocusAsync();
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.TypeAsync("x");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#bake-minutes-problem")).ToContainTextAsync("\"x\" is not a number");
        await page.Locator("#wizard-next").PressAsync("Enter");
        await Expect(page.Locator("#step-problems")).ToBeVisibleAsync();
        await page.Locator("#bake-minutes").FocusAsync();
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.TypeAsync("7");
        await NextAsync(page, "guardrails");
        await NextAsync(page, "capacity");
        await NextAsync(page, "smoke-test");
        await page.Locator("#take-sample").PressAsync("Enter");
        await Expect(page.Locator("#smoke-payload")).ToHaveValueAsync("{\"features\":[0.12,0.5,0.93,0.3]}");
        await page.Locator("#try-payload").PressAsync("Enter");
        await Expect(page.Locator("#trial-answer")).ToContainTextAsync("200");
        await NextAsync(page, "review");
        await Expect(page.Locator("#review-timeline")).ToContainTextAsync("7 min");
        await page.Locator("#dry-run").PressAsync("Enter");
        await Expect(page.Locator("#dry-run-said")).ToBeVisibleAsync();
        await page.Locator("#start-rollout").PressAsync("Enter");
        await Expect(page.Locator("#confirm-heading")).ToBeFocusedAsync();
        await page.Locator("#confirm-start").PressAsync("Enter");
        await page.WaitForURLAsync("**/rollouts/media-ranker-*");
        await Expect(page.Locator("h1")).ToContainTextAsync("media-ranker");
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(key => key.startsWith('canaryconsole.draft.')).length"));
    }

    [ChromiumFact]
    public async Task Draft_ReloadedInTheMiddle_ComesBackOnItsStepWithItsText()
    {
        var page = await Running.OpenAsync("rollouts/new?endpoint=search-embeddings");
        await page.ToStepAsync("guardrails");
        await page.Locator("#error-rate-limit").FillAsync("0,5");
        await Expect(page.Locator("#error-rate-limit-problem")).ToBeVisibleAsync();
        await Expect(page.Locator("#draft-saved")).ToContainTextAsync("draft saved");

        var circuit = page.WaitForWebSocketAsync();
        await page.ReloadAsync();
        await circuit;

        await Expect(page.Locator("#panel-guardrails")).ToBeVisibleAsync();
        await Expect(page.Locator("#error-rate-limit")).ToHaveValueAsync("0,5");
        await Expect(page.Locator("#error-rate-limit-problem")).ToContainTextAsync("with a point for decimals");
        await page.GoBackAsync();
        await Expect(page.Locator("#panel-candidate")).ToBeVisibleAsync();
        await page.GoForwardAsync();
        await Expect(page.Locator("#error-rate-limit")).ToHaveValueAsync("0,5");

        await page.GotoAsync(new Uri(Running.Address, "rollouts/new").ToString());
        await Expect(page.Locator("#draft-offer")).ToContainTextAsync("New rollout onto search-embeddings");
        await page.Locator("#draft-take").ClickAsync();
        await Expect(page.Locator("#error-rate-limit")).ToHaveValueAsync("0,5");
        await page.Locator("#afresh").ClickAsync();
        await page.Locator("#afresh-confirm").ClickAsync();
        await Expect(page.Locator("#error-rate-limit")).ToHaveValueAsync("1");
        await Expect(page.Locator("#draft-offer")).ToHaveCountAsync(0);
    }

    /// <summary>As a hand at the keyboard does: focus, and the first letters of the choice.</summary>
    private static async Task ChooseAsync(IPage page, string list, string words)
    {
        await page.Locator(list).FocusAsync();
        await page.Keyboard.TypeAsync(words);
        await page.Keyboard.PressAsync("Tab");
    }

    private static async Task NextAsync(IPage page, string step)
    {
        await page.Locator("#wizard-next").PressAsync("Enter");
        await Expect(page.Locator($"#heading-{step}")).ToBeFocusedAsync();
        await Expect(page.Locator($"#step-{step}")).ToHaveAttributeAsync("aria-current", "step");
    }
}
