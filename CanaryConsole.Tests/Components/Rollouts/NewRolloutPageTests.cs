using Bunit;
using CanaryConsole.Components.Pages;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Templates;
using CanaryConsole.Tests.Components.Templates;
using CanaryConsole.Tests.Presentation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Components.Rollouts;

public sealed class NewRolloutPageTests : ConsoleTestContext
{
    private readonly RecordingRollouts _rollouts = new();
    private readonly ShelfRegistry _registry = new();
    private readonly FakeTemplates _templates = new();

    public NewRolloutPageTests()
    {
        Services.AddSingleton<IRolloutService>(_rollouts);
        Services.AddSingleton<IModelRegistry>(_registry);
        Services.AddSingleton<ITemplateService>(_templates);
        Feed.Publish(SnapshotBuilder.Snapshot([RolloutBuilder.Endpoint()]));
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Form_BadNumber_IsSaidAtOnceAtItsFieldAndKept()
    {
        var page = Show();

        page.Find("#bake-minutes").Input("abc");

        Assert.Equal("Bake time \"abc\" is not a number; give 0 to 10,080 minutes.", page.Find("#bake-minutes-problem").TextContent);
        Assert.Equal("true", page.Find("#bake-minutes").GetAttribute("aria-invalid"));
        Assert.Equal("abc", page.Find("#bake-minutes").GetAttribute("value"));
    }

    [Fact]
    public void Form_ByATemplate_IsFilledInAndKeepsTheEndpointOfTheAddress()
    {
        _templates.Put("careful", new RolloutRequest { Endpoint = "", PackageGroup = "media-ranker", Strategy = Strategy.AbHold, HoldShare = 0.3, Quarantine = true });

        var page = Show("?template=careful&endpoint=media-ranker");

        Assert.Equal("30", page.Find("#hold-share").GetAttribute("value"));
        Assert.Equal("media-ranker", page.Find("#endpoint").GetAttribute("value"));
        Assert.True(page.Find("#quarantine").HasAttribute("checked"));
        Assert.Contains("Filled in by template careful.", page.Markup.Text());
    }

    [Fact]
    public void Form_TemplateThatIsGone_SaysSo() => Assert.Contains("There is no template careful", Show("?template=careful").Markup.Text());

    [Fact]
    public void Form_YamlImported_FillsIn()
    {
        var page = Show();
        page.Find("#import-plan").Click();
        page.Find("#plan-text").Input("strategy: customSteps\nsteps:\n  - share: 0.2\n    bakeMinutes: 3\n    minimumRequests: 900\n");

        page.Find("#use-plan").Click();

        Assert.Equal(("20", "3", "900"), (page.Find("#step-1-share").GetAttribute("value"), page.Find("#step-1-bake").GetAttribute("value"), page.Find("#step-1-requests").GetAttribute("value")));
    }

    [Fact]
    public void SmokeTest_Added_TakesThePayloadAlongAndIsSent()
    {
        var page = Show("?endpoint=media-ranker&group=media-ranker&version=8");
        page.Find("#smoke-payload").Input("{\"a\":1}");

        page.Find("#add-smoke-test").Click();
        page.Find("#smoke-1-assertions").Input("$.score >= 0");
        GoTo("review");
        page.Find("#start-rollout").Click();
        page.Find("#confirm-start").Click();

        var test = Assert.Single(_rollouts.Started!.SmokeTests!);
        Assert.Equal(("{\"a\":1}", "$.score >= 0"), (test.Payload, Assert.Single(test.Assertions!)));
        Assert.Null(_rollouts.Started.SmokePayload);
    }

    [Fact]
    public void Guardrails_Added_KeepTheUsualThreeAndAreSent()
    {
        var page = Show("?endpoint=media-ranker&group=media-ranker&version=8");
        page.Find("#error-rate-limit").Input("2.5");
        page.Find("#false-rollback-budget").Input("0.5");

        page.Find("#add-guardrail").Click();
        page.Find("#guardrail-4-kind").Change("utilizationLimit");
        page.Find("#guardrail-4-limit").Input("80");
        page.Find("#guardrail-4-enforcing").Change("warning");
        GoTo("review");
        page.Find("#start-rollout").Click();
        page.Find("#confirm-start").Click();

        var request = _rollouts.Started!;
        Assert.Equal(("sequential", 0.005, (double?)null), (request.GuardTest, request.FalseRollbackBudget, request.ErrorRateLimit));
        Assert.Equal(
            [
                new GuardrailRequest { Kind = "errorRateAgainstChampion", Ratio = 1 },
                new GuardrailRequest { Kind = "errorRateLimit", Limit = 0.025 },
                new GuardrailRequest { Kind = "latencyLimit", Limit = 100, Percentile = 0.99 },
                new GuardrailRequest { Kind = "utilizationLimit", Resource = "cpu", Limit = 80, Severity = "warning" },
            ],
            request.Guardrails!);
    }

    [Fact]
    public void Guardrail_BadField_IsSaidAtItsFieldAndOpensItsLid()
    {
        var page = Show();
        page.Find("#add-guardrail").Click();

        page.Find("#guardrail-2-limit").Input("200");
        page.Find("#guardrail-2-weight").Input("0");

        Assert.Equal("Guardrail 2's error rate: 200 % is out of bounds; give 0 to 100 %.", page.Find("#guardrail-2-limit-problem").TextContent);
        Assert.Equal("Guardrail 2's part of the budget: 0 is out of bounds; give 0.01 to 100.", page.Find("#guardrail-2-weight-problem").TextContent);
        Assert.True(page.Find("[aria-label^='Guardrail 2'] details").HasAttribute("open"));
    }

    [Fact]
    public void Guardrails_BackToTheUsualThree_KeepWhatWasTypedThere()
    {
        var page = Show();
        page.Find("#error-rate-limit").Input("2.5");
        page.Find("#add-guardrail").Click();

        page.Find("#usual-guardrails").Click();

        Assert.Equal("2.5", page.Find("#error-rate-limit").GetAttribute("value"));
        Assert.Empty(page.FindAll("#guardrail-1-kind"));
    }

    [Fact]
    public void Guardrails_OfAPlanFile_FillTheirRows()
    {
        var page = Show();
        page.Find("#import-plan").Click();
        page.Find("#plan-text").Input("guardTest: sequential\nguardrails:\n  - kind: alarmState\n    alarmName: ranker-5xx\n    missingData: ignore\n");

        page.Find("#use-plan").Click();

        Assert.Equal("ranker-5xx", page.Find("#guardrail-1-alarm").GetAttribute("value"));
        Assert.Equal("ignore", page.Find("#guardrail-1-missing").GetAttribute("value"));
    }

    [Fact]
    public void Hook_NotHttps_IsSaidAtItsField()
    {
        var page = Show();
        page.Find("#add-hook").Click();

        page.Find("#hook-1-url").Input("http://deploy.example.com");

        Assert.Equal("The address of hook 1, \"http://deploy.example.com\", is not an https address.", page.Find("#hook-1-url-problem").TextContent);
    }

    [Fact]
    public void Template_SavedFromTheForm_LeavesModelAndEndpointOpen()
    {
        var page = Show("?endpoint=media-ranker&group=media-ranker&version=8");
        page.Find("#bake-minutes").Input("17");

        page.Find("#save-as-template").Click();
        page.Find("#template-save-name").Input("careful");
        page.Find("#template-save").Click();

        page.WaitForAssertion(() => Assert.Contains("Saved as careful.", page.Markup.Text()));
        var plan = _templates.Find("careful")!.Plan;
        Assert.Equal(("", null, 17.0), (plan.Endpoint, plan.PackageGroup, plan.BakeMinutes));
    }

    [Fact]
    public void Form_UntouchedFields_AreNotBlamed() => Assert.Empty(Show().FindAll("[role=alert]"));

    [Fact]
    public void Form_StartedEmpty_NamesEverythingMissing()
    {
        var page = Show();

        GoTo("review");
        page.Find("#start-rollout").Click();

        Assert.Contains("need another look", page.Find("#start-problems").TextContent);
        Assert.NotEmpty(page.FindAll("#endpoint-problem"));
        Assert.Null(_rollouts.Started);
    }

    [Fact]
    public void Form_VersionNotApproved_IsThereAndCannotBeChosen()
    {
        var page = Show();

        page.Find("#package-group").Change("media-ranker");

        var pending = page.WaitForElement("#package-version option[value='11']");
        Assert.True(pending.HasAttribute("disabled"));
        Assert.Contains("pending approval", pending.TextContent);
    }

    [Fact]
    public void Form_GroupNamedAsAnEndpoint_ChoosesThatEndpoint()
    {
        var page = Show();

        page.Find("#package-group").Change("media-ranker");

        Assert.Equal("media-ranker", page.Find("#endpoint").GetAttribute("value"));
        Assert.Contains("media-ranker-v7", page.Markup.Text());
    }

    [Fact]
    public void Form_Complete_AsksOnceMoreAndThenGoesToTheRollout()
    {
        var page = Show("?endpoint=media-ranker&group=media-ranker&version=8");
        page.Find("#minimum-requests").Input("200");

        GoTo("review");
        page.Find("#start-rollout").Click();
        Assert.Contains("Start media-ranker v8 onto media-ranker?", page.Markup.Text());
        Assert.Contains("champion 75 %, challenger-v8 25 %", page.Markup.Text());
        _rollouts.Answer = new CommandResult.Accepted(new RolloutBuilder().Build().State);
        page.Find("#confirm-start").Click();

        Assert.Equal(["start by operator"], _rollouts.Asked);
        Assert.Equal((8, 200, 0.01), (_rollouts.Started!.PackageVersion, _rollouts.Started.MinimumRequests, _rollouts.Started.ErrorRateLimit));
        Assert.EndsWith("/rollouts/media-ranker-20261121-1", Navigation.Uri);
    }

    [Fact]
    public void Form_RefusedByTheServer_SaysItAtTheFieldUntilItChanges()
    {
        var page = Show("?endpoint=media-ranker&group=media-ranker&version=8");
        _rollouts.Answer = new CommandResult.Refused(RefusalKind.Invalid, "packageVersion", "version 8 of media-ranker lacks requirements.txt");
        GoTo("review");
        page.Find("#start-rollout").Click();

        page.Find("#confirm-start").Click();

        Assert.Equal("Version 8 of media-ranker lacks requirements.txt.", page.Find("#package-version-problem").TextContent);
        page.Find("#package-version").Change("8");
        Assert.Empty(page.FindAll("#package-version-problem"));
    }

    [Fact]
    public void Form_EndpointHeld_NamesTheHolder()
    {
        Feed.Publish(SnapshotBuilder.Snapshot([RolloutBuilder.Endpoint()], [new RolloutBuilder().BakingAt25().Build()]));
        var page = Show();

        page.Find("#endpoint").Change("media-ranker");

        Assert.Contains("is held by rollout media-ranker-20261121-1", page.Find("#endpoint-problem").TextContent);
    }

    [Fact]
    public void Form_CustomSteps_CanBeAddedMovedAndRemoved()
    {
        var page = Show();
        page.Find("#strategy-custom").Change(true);

        page.Find("#add-step").Click();
        page.Find("#step-4-share").Input("75");
        page.Find("[aria-label='Move step 4 up']").Click();
        Assert.Equal("75", page.Find("#step-3-share").GetAttribute("value"));
        page.Find("[aria-label='Remove step 4']").Click();

        Assert.Empty(page.FindAll("#step-4-share"));
        Assert.Contains("75 %", page.Find("[role=img]").GetAttribute("aria-label"));
    }

    [Fact]
    public void Form_RegistryDown_SaysSoAndTakesAModelByName()
    {
        _registry.IsDown = true;

        var page = Show();

        Assert.Contains("The registry could not be read.", page.Markup.Text());
        page.Find("#source-model").Change(true);
        page.Find("#model-name").Input("media-ranker-v8");
        Assert.Contains("New rollout of media-ranker-v8", page.Find("h1").TextContent);
    }

    [Fact]
    public void Form_EveryInput_HasALabel()
    {
        var page = Show();

        Assert.All(page.FindAll("input, select, textarea").Where(input => input.GetAttribute("type") is not "radio"), input =>
            Assert.Single(page.FindAll($"label[for='{input.Id}']")));
    }

    private void GoTo(string step) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("step", step));

    private IRenderedComponent<NewRolloutPage> Show(string query = "")
    {
        Navigation.NavigateTo("/rollouts/new" + query);
        return Render<NewRolloutPage>();
    }
}
