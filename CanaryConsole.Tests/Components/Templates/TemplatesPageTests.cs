using Bunit;
using CanaryConsole.Components.Pages;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Components.Templates;

public sealed class TemplatesPageTests : ConsoleTestContext
{
    private readonly FakeTemplates _templates = new();

    public TemplatesPageTests() => Services.AddSingleton<ITemplateService>(_templates);

    [Fact]
    public void List_Template_SaysWhatItBringsWhereAndHow()
    {
        _templates.Put("careful", new RolloutRequest { Endpoint = "", PackageGroup = "media-ranker", Strategy = Strategy.AllAtOnce, SoakMinutes = 60 });

        var text = Show().Markup.Text();

        Assert.Contains("media-ranker, any version onto any endpoint · All at once: 100 % and a soak of 1 h", text, StringComparison.Ordinal);
        Assert.Contains("version 1, saved 2026-11-21 03:08 by operator", text, StringComparison.Ordinal);
    }

    [Fact]
    public void View_Pressed_ShowsTheYaml()
    {
        _templates.Put("careful", new RolloutRequest { Endpoint = "media-ranker", ModelName = "media-ranker-v8" });
        var page = Show();

        page.Button("View").Click();

        Assert.Contains("modelName: media-ranker-v8", page.Find("pre").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("data:application/yaml", page.Find("a[download='careful.yaml']").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("/rollouts/new?template=careful", page.FindAll("a").Single(link => link.TextContent == "Use").GetAttribute("href"));
    }

    [Fact]
    public void Delete_Confirmed_IsGone()
    {
        _templates.Put("careful", new RolloutRequest { Endpoint = "" });
        var page = Show();

        page.Button("Delete…").Click();
        Assert.Contains("stays in the log", page.Find("[role=dialog]").TextContent, StringComparison.Ordinal);
        page.Find("#ask-confirm").Click();

        page.WaitForAssertion(() => Assert.Contains("No templates yet", page.Markup.Text(), StringComparison.Ordinal));
    }

    [Fact]
    public void Import_YamlThatIsNone_SaysWhereAndSavesNothing()
    {
        var page = Importing("steps:\n  - share: lots\n");

        Assert.Contains("line 2", page.Find("#plan-said").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.True(page.Find("#save-import").HasAttribute("disabled"));
    }

    [Fact]
    public void Import_Plan_IsSavedUnderItsName()
    {
        var page = Importing("strategy: linear\nlinearIncrement: 0.25\n");
        page.Find("#template-name").Input("quarters");

        page.Find("#save-import").Click();

        page.WaitForAssertion(() => Assert.Contains("quarters", page.Find("section.card h2").TextContent, StringComparison.Ordinal));
        Assert.Equal(Strategy.Linear, _templates.Find("quarters")!.Plan.Strategy);
    }

    [Fact]
    public void Import_Refused_SaysWhyAndKeepsTheText()
    {
        var page = Importing("strategy: linear\n");
        page.Find("#template-name").Input("Not a name");
        _templates.Refusal = "name is \"Not a name\"; it is lower-case.";

        page.Find("#save-import").Click();

        page.WaitForAssertion(() => Assert.Contains("Name is \"Not a name\"; it is lower-case.", page.Markup.Text(), StringComparison.OrdinalIgnoreCase));
        Assert.Equal("strategy: linear\n", page.Find("#plan-text").GetAttribute("value"));
    }

    [Fact]
    public void List_StoreDown_SaysWhy()
    {
        _templates.Failure = new StoreException("The event store is locked.");

        Assert.Contains("The event store is locked.", Show().Markup.Text(), StringComparison.Ordinal);
    }

    private IRenderedComponent<TemplatesPage> Show() => Render<TemplatesPage>();

    private IRenderedComponent<TemplatesPage> Importing(string yaml)
    {
        var page = Show();
        page.Find("#import-template").Click();
        page.Find("#plan-text").Input(yaml);
        return page;
    }
}
