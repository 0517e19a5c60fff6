using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using CanaryConsole.Components.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using Steps = CanaryConsole.Presentation.Wizard.WizardSteps;

namespace CanaryConsole.Tests.Browser;

/// <summary>Every page there is, held against WCAG 2.2 AA by axe-core: whole in the light, and its colours again in the dark.</summary>
public sealed class AccessibilityTests(RunningConsole console) : BrowserStory<RunningConsole>(console)
{
    private const string Tags = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";

    /// <summary>An address for each parameter that a page's own may have; "{id}" is a rollout that was started.</summary>
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        ["/"] = ["/"],
        ["/{*path:nonfile}"] = ["/no-such-page"],
        ["/endpoints/{Name}"] = ["/endpoints/media-ranker"],
        ["/endpoints/{Name}/serving"] = ["/endpoints/media-ranker/serving"],
        ["/registry/{group}"] = ["/registry/media-ranker"],
        ["/registry/{group}/{version:int}"] = ["/registry/media-ranker/8"],
        ["/rollouts/new"] = [.. Steps.All.Select(step => $"/rollouts/new?endpoint=search-embeddings&group=search-embeddings&version=13&step={Steps.Key(step)}")],
        ["/playground"] = ["/playground?endpoint=search-embeddings"],
        ["/rollouts/{Id}"] = ["/rollouts/{id}"],
        ["/rollouts/{Id}/events"] = ["/rollouts/{id}/events"],
        ["/waves/{Id}"] = ["/waves/no-such-wave"],
    };

    [ChromiumFact]
    public async Task EveryPage_LightAndDark_HasNoViolation()
    {
        var axe = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "CanaryConsole", "node_modules", "axe-core", "axe.min.js"));
        var rollout = await StartAsync();
        var page = await Running.OpenAsync($"rollouts/{rollout}");
        await Expect(page.Locator(".status .label")).ToBeVisibleAsync();
        var violations = new List<string>();
        foreach (var path in Addresses().Select(path => path.Replace("{id}", rollout, StringComparison.Ordinal)))
        {
            await Running.GoAsync(page, path);
            await page.EvaluateAsync(axe);
            violations.AddRange(await RunAsync(page, path, "light", $"{{ runOnly: {{ type: 'tag', values: {Tags} }} }}"));
            await ThemeAsync(page, ColorScheme.Dark);
            violations.AddRange(await RunAsync(page, path, "dark", "{ runOnly: ['color-contrast'] }"));
            await ThemeAsync(page, ColorScheme.Light);
        }

        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    /// <summary>Of every page that the console routes to; one with a parameter and without an example fails here, so that none is forgotten.</summary>
    private static IEnumerable<string> Addresses() => typeof(Fleet).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
        .Select(route => route.Template)
        .Order(StringComparer.Ordinal)
        .SelectMany(template => Examples.TryGetValue(template, out var examples) ? examples
            : template.Contains('{', StringComparison.Ordinal) ? throw new InvalidOperationException($"Page {template} needs an example address here.")
            : [template]);

    private static async Task ThemeAsync(IPage page, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", scheme is ColorScheme.Dark ? "dark" : "light");
    }

    private static async Task<IEnumerable<string>> RunAsync(IPage page, string path, string theme, string options)
    {
        var found = await page.EvaluateAsync<JsonElement>($"async () => (await axe.run(document, {options})).violations.map(v => v.id + ' on ' + v.nodes.length + ': ' + v.nodes[0].html.slice(0, 200) + ' | ' + v.nodes[0].failureSummary)");
        return found.EnumerateArray().Select(violation => $"{path} ({theme}): {violation.GetString()}");
    }

    private async Task<string> StartAsync()
    {
        var answer = await Running.Http.PostAsJsonAsync(new Uri("api/rollouts", UriKind.Relative), new { endpoint = "media-ranker", packageGroup = "media-ranker", packageVersion = 8 });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
