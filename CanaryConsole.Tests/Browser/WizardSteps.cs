using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CanaryConsole.Tests.Browser;

/// <summary>Ways through the wizard.</summary>
internal static class WizardSteps
{
    /// <summary>Goes to a step by its tick, and waits until it is on show.</summary>
    public static async Task ToStepAsync(this IPage page, string step)
    {
        await page.Locator($"#step-{step}").ClickAsync();
        await Expect(page.Locator($"#panel-{step}")).ToBeVisibleAsync();
    }
}
