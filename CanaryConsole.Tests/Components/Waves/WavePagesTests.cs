using Bunit;
using CanaryConsole.Components.Pages;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Templates;
using CanaryConsole.Core.Waves;
using CanaryConsole.Tests.Components.Templates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Components.Waves;

public sealed class WavePagesTests : ConsoleTestContext
{
    private readonly FakeWaves _waves = new();
    private readonly FakeTemplates _templates = new();

    public WavePagesTests()
    {
        Services.AddSingleton<IWaveService>(_waves);
        Services.AddSingleton<ITemplateService>(_templates);
        _templates.Put("careful", new RolloutRequest { Endpoint = "", ModelName = "media-ranker-v8" });
    }

    [Fact]
    public void List_Wave_SaysWhereItStands()
    {
        _waves.Record = FakeWaves.Wave(WavePhase.AtGate);

        var text = Render<WavesPage>().Markup.Text();

        Assert.Contains("ranker everywhere", text, StringComparison.Ordinal);
        Assert.Contains("At gate", text, StringComparison.Ordinal);
        Assert.Contains("1 of 3", text, StringComparison.Ordinal);
    }

    [Fact]
    public void List_None_OffersTheFirst() => Assert.Contains("No waves yet", Render<WavesPage>().Markup.Text(), StringComparison.Ordinal);

    [Fact]
    public void Wave_AtGate_ShowsStagesAndIsApproved()
    {
        var page = Show(FakeWaves.Wave(WavePhase.AtGate));
        var text = page.Markup.Text();
        Assert.Contains("At the gate before prod", text, StringComparison.Ordinal);
        Assert.Contains("starts after 1 h and an approval", text, StringComparison.Ordinal);
        Assert.Equal("/rollouts/media-ranker-dev-20261121-1", page.FindAll("a").Single(link => link.TextContent == "media-ranker-dev-20261121-1").GetAttribute("href"));

        page.Button("Approve").Click();
        page.Find("#ask-reason").Input("fine");
        page.Find("#ask-confirm").Click();

        Assert.Equal("approve wave-20261121-1 by operator: fine", Assert.Single(_waves.Asked));
    }

    [Fact]
    public void Wave_Halted_IsTriedAgainOrGoesOnWithout()
    {
        var page = Show(FakeWaves.Wave(WavePhase.Halted, 0, "media-ranker-dev did not complete", WaveMemberStatus.Failed));
        Assert.Contains("Halted in dev: a person must decide", page.Markup.Text(), StringComparison.Ordinal);

        page.Button("Try again").Click();
        page.Find("#ask-confirm").Click();
        page.Button("Go on without").Click();
        page.Find("#ask-confirm").Click();

        Assert.Equal(["resume wave-20261121-1 leaving out False by operator: ", "resume wave-20261121-1 leaving out True by operator: "], _waves.Asked);
    }

    [Fact]
    public void Wave_StopRefused_SaysWhyInTheDialog()
    {
        var page = Show(FakeWaves.Wave(WavePhase.Running, 0));
        _waves.Refusal = "wave-20261121-1 has ended.";

        page.Button("Stop…").Click();
        page.Find("#ask-confirm").Click();

        Assert.Contains("Not done. Wave-20261121-1 has ended.", page.Find("[role=dialog]").InnerHtml.Text(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("stop wave-20261121-1 by operator: By hand", Assert.Single(_waves.Asked));
    }

    [Fact]
    public void Wave_Over_OffersNothing() => Assert.Empty(Show(FakeWaves.Wave(WavePhase.Completed)).FindAll("button.danger"));

    [Fact]
    public void NewWave_Complete_IsAskedOnceMoreAndStarted()
    {
        var page = Render<NewWavePage>();
        page.Find("#wave-name").Input("everywhere");
        page.Find("#wave-template").Change("careful");
        page.Find("#stage-1-endpoints").Input("media-ranker-dev");
        page.Find("#add-stage").Click();
        page.Find("#stage-2-endpoints").Input("media-ranker, media-ranker-eu");
        page.Find("#stage-2-wait").Input("30");

        page.Find("#start-wave").Click();
        Assert.Contains("3 endpoints in 2 stages. Rollouts start on media-ranker-dev at once.", page.Find("[role=dialog]").TextContent, StringComparison.Ordinal);
        page.Find("#ask-confirm").Click();

        Assert.Equal(("everywhere", "careful"), (_waves.Started!.Name, _waves.Started.Template));
        Assert.Equal(["media-ranker", "media-ranker-eu"], _waves.Started.Stages[1].Endpoints);
        Assert.Equal((true, 30.0), (_waves.Started.Stages[1].Gate, _waves.Started.Stages[1].WaitMinutes));
        Assert.EndsWith("/waves/wave-20261121-1", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void NewWave_Empty_NamesWhatIsMissingAtEachField()
    {
        var page = Render<NewWavePage>();

        page.Find("#start-wave").Click();

        Assert.Equal(
            ["The wave has no name; give it one of up to 80 characters.", "There is no plan; choose a template or give a plan.", "Stage 1 has no endpoint; name at least one."],
            page.FindAll(".problem[role=alert]").Select(problem => problem.TextContent));
        Assert.Empty(page.FindAll("[role=dialog]"));
    }

    [Fact]
    public void NewWave_RefusedByTheServer_IsSaidAtTheField()
    {
        var page = Render<NewWavePage>();
        page.Find("#wave-name").Input("everywhere");
        page.Find("#wave-template").Change("careful");
        page.Find("#stage-1-endpoints").Input("nowhere");
        (_waves.Refusal, _waves.Field) = ("there is no endpoint nowhere", "stages[0].endpoints");

        page.Find("#start-wave").Click();
        page.Find("#ask-confirm").Click();

        Assert.Equal("There is no endpoint nowhere.", page.Find("#stage-1-endpoints-problem").TextContent);
    }

    private IRenderedComponent<WavePage> Show(WaveRecord record)
    {
        _waves.Record = record;
        return Render<WavePage>(parameters => parameters.Add(page => page.Id, record.State.Id.Value));
    }
}
