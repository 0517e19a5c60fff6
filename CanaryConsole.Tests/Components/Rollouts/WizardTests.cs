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

public sealed class WizardTests : ConsoleTestContext
{
    private const string Filled = "?endpoint=media-ranker&group=media-ranker&version=8";

    private readonly RecordingRollouts _rollouts = new();
    private readonly FakeTemplates _templates = new();

    public WizardTests()
    {
        Services.AddSingleton<IRolloutService>(_rollouts);
        Services.AddSingleton<IModelRegistry>(new ShelfRegistry());
        Services.AddSingleton<ITemplateService>(_templates);
        Feed.Publish(SnapshotBuilder.Snapshot([RolloutBuilder.Endpoint()]));
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Bar_AtAStep_MarksItAndTicksWhatIsBehind()
    {
        var page = Show($"{Filled}&step=strategy");

        Assert.Equal("step", page.Find("#step-strategy").GetAttribute("aria-current"));
        Assert.Equal(["Candidate, done", "Endpoint, done", "3 Strategy, now", "4 Guardrails, to do"], page.FindAll(".wstep").Take(4).Select(step => step.OuterHtml.Text()));
        Assert.Single(page.FindAll(".panel:not([hidden])"));
        Assert.Contains("3 of 7", page.Find(".short").TextContent);
    }

    [Fact]
    public void Bar_StepWithAProblem_SaysSo()
    {
        var page = Show(Filled);

        page.Find("#error-rate-limit").Input("x");

        Assert.Contains("Guardrails, needs another look", page.Find("#step-guardrails").TextContent);
    }

    [Fact]
    public void Next_StepIncomplete_SaysWhatIsMissingAndStays()
    {
        var page = Show();

        page.Find("#wizard-next").Click();

        Assert.Contains("No model package group is chosen", page.Find("#step-problems").TextContent);
        Assert.NotEmpty(page.FindAll("#package-group-problem"));
        Assert.DoesNotContain("step=", Navigation.Uri);
        page.Find("#package-group").Change("media-ranker");
        page.WaitForElement("#package-version option[value='8']");
        page.Find("#package-version").Change("8");
        Assert.Empty(page.FindAll("#step-problems"));
    }

    [Fact]
    public void Next_StepComplete_GoesOnAndKeepsWhatWasTyped()
    {
        var page = Show($"{Filled}&step=strategy");
        page.Find("#bake-minutes").Input("17");

        page.Find("#wizard-next").Click();

        Assert.Contains("step=guardrails", Navigation.Uri);
        Assert.False(page.Find("#panel-guardrails").HasAttribute("hidden"));
        Assert.Equal("17", page.Find("#bake-minutes").GetAttribute("value"));
    }

    [Fact]
    public void Review_Problems_LinkToTheirSteps()
    {
        var page = Show("?step=review");

        page.Find("#start-rollout").Click();

        Assert.Contains(page.FindAll("#start-problems a"), link => link.TextContent == "Endpoint" && link.GetAttribute("href")!.Contains("step=endpoint", StringComparison.Ordinal));
    }

    [Fact]
    public void Draft_TypedAndOpenedAgain_ComesBackAsItWasTyped()
    {
        var first = Show(Filled);
        Assert.Contains("draft=new-1", Navigation.Uri);
        first.Find("#bake-minutes").Input("abc");
        first.Find("#strategy-custom").Change(true);
        first.Find("#step-2-share").Input("12,5");
        first.Find("#add-guardrail").Click();
        Assert.Contains("draft saved just now", first.Markup.Text());

        var again = Show("?draft=new-1&step=strategy");

        Assert.Equal("12,5", again.Find("#step-2-share").GetAttribute("value"));
        Assert.Contains("\"12,5\" is not a number", again.Find("#step-2-share-problem").TextContent);
        Assert.Equal(4, again.FindAll(".guardrail").Count);
        Assert.Equal("media-ranker v8 onto media-ranker", again.Find("h1").TextContent);
        Assert.Contains("draft saved 1 min ago", again.Markup.Text());
    }

    [Fact]
    public void Draft_Kept_IsNotFilledInByItsTemplateAgain()
    {
        _templates.Put("careful", new RolloutRequest { Endpoint = "", PackageGroup = "media-ranker", Strategy = Strategy.AbHold, HoldShare = 0.3 });
        var first = Show("?template=careful");
        first.Find("#hold-share").Input("40");

        var again = Show("?template=careful&draft=new-1");

        Assert.Equal("40", again.Find("#hold-share").GetAttribute("value"));
    }

    [Fact]
    public void Draft_NothingTyped_IsNotKept()
    {
        Show(Filled);

        Assert.Empty(Drafts.Kept);
    }

    [Fact]
    public void Draft_OfEarlier_IsOfferedAndCanBeThrownAway()
    {
        Drafts.Kept["old"] = ("media-ranker v9 onto media-ranker", "{}");
        var page = Show();
        Assert.Contains("There is a draft of earlier: media-ranker v9 onto media-ranker, 5 min ago.", page.Markup.Text());

        page.Find("#draft-leave").Click();

        Assert.Empty(page.FindAll("#draft-offer"));
        Assert.Empty(Drafts.Kept);
    }

    [Fact]
    public void Draft_OfEarlierTaken_IsOpened()
    {
        Drafts.Kept["old"] = ("media-ranker v9 onto media-ranker", "{}");

        Show().Find("#draft-take").Click();

        Assert.EndsWith("/rollouts/new?draft=old", Navigation.Uri);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("{\"version\":99,\"furthest\":\"Review\",\"touched\":[],\"draft\":{}}")]
    [InlineData("{\"version\":1,\"furthest\":\"Review\",\"touched\":[],\"draft\":{\"steps\":null}}")]
    [InlineData("{\"version\":1,\"furthest\":\"Review\",\"touched\":[],\"draft\":{\"steps\":[null]}}")]
    public void Draft_NotReadable_LeavesTheFormAsItIs(string text)
    {
        Drafts.Kept["odd"] = ("odd", text);

        var page = Show($"{Filled}&draft=odd");

        Assert.Equal("10", page.Find("#bake-minutes").GetAttribute("value"));
        Assert.Equal("media-ranker v8 onto media-ranker", page.Find("h1").TextContent);
    }

    [Fact]
    public void Draft_StorageFull_SaysThatItIsNotSaved()
    {
        Drafts.IsFull = true;
        var page = Show(Filled);

        page.Find("#bake-minutes").Input("17");

        Assert.Contains("draft not saved", page.Markup.Text());
    }

    [Fact]
    public void Afresh_Confirmed_ForgetsTheDraft()
    {
        var page = Show(Filled);
        page.Find("#bake-minutes").Input("17");

        page.Find("#afresh").Click();
        Assert.NotEmpty(Drafts.Kept);
        page.Find("#afresh-confirm").Click();

        Assert.Empty(Drafts.Kept);
        Assert.EndsWith("/rollouts/new", Navigation.Uri);
    }

    [Fact]
    public void Start_Accepted_ForgetsTheDraft()
    {
        var page = Show($"{Filled}&step=review");
        page.Find("#bake-minutes").Input("17");
        _rollouts.Answer = new CommandResult.Accepted(new RolloutBuilder().Build().State);

        page.Find("#start-rollout").Click();
        page.Find("#confirm-start").Click();

        Assert.Empty(Drafts.Kept);
    }

    private IRenderedComponent<NewRolloutPage> Show(string query = "")
    {
        Navigation.NavigateTo("/rollouts/new" + query);
        return Render<NewRolloutPage>();
    }
}
