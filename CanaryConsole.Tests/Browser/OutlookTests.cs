using static Microsoft.Playwright.Assertions;

namespace CanaryConsole.Tests.Browser;

/// <summary>What somebody does who wants to know beforehand: moves the slider, and lets the past speak.</summary>
public sealed class OutlookTests(RunningConsole console) : BrowserStory<RunningConsole>(console)
{
    [ChromiumFact]
    public async Task NewRollout_ForecastFollowsTheSlider_AndABacktestRunsToItsResult()
    {
        var page = await Running.OpenAsync("rollouts/new?endpoint=media-ranker&group=media-ranker&version=8&step=guardrails");
        var sentence = page.Locator("#outlook-sentence");
        await Expect(sentence).ToContainTextAsync("At 5 % ");

        await page.Locator("#outlook-share").FillAsync("40");
        await Expect(sentence).ToContainTextAsync("At 40 % ");

        await page.Locator("#backtest-days").SelectOptionAsync("1");
        await page.Locator("#run-backtest").ClickAsync();
        await Expect(page.Locator("#backtest-result")).ToContainTextAsync("false rollbacks");
        await Expect(page.Locator("#run-backtest")).ToHaveTextAsync("Run again");
    }
}
