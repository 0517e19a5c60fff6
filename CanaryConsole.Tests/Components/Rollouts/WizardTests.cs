using Bunit;
using CanaryConsole.Components.Pages;
using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Reviews;
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
    public void Draft_LinkPressedBeforeItHadAnId_IsNamedInTheAddressAllTheSame()
    {
        Show(Filled);

        Navigation.NavigateTo("/rollouts/new?step=guardrails");

        Assert.EndsWith("/rollouts/new?step=guardrails&draft=new-1", Navigation.Uri);
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

    [Fact]
    public void Capacity_Typed_IsSent()
    {
        var page = Show($"{Filled}&step=capacity");
        page.Find("#scaling-target").Change("invocationsPerInstance");
        page.Find("#scaling-value").Input("600");
        page.Find("#scaling-maximum").Input("4");
        page.Find("#capture-on").Change(true);
        page.Find("#capture-share").Input("12");
        page.Find("#capture-destination").Input("s3://captures/ranker");
        page.Find("#add-alarm").Click();
        page.Find("#add-alarm").Click();
        page.Find("#alarm-2-limit").Input("2.5");
        page.Find("#add-tag").Click();
        page.Find("#tag-1-key").Input("ticket");
        page.Find("#tag-1-value").Input("ML-12");

        Start(page);

        var request = _rollouts.Started!;
        Assert.Equal((new ScalingRequest("invocationsPerInstance", 600, null, 4), new CaptureRequest(0.12, "s3://captures/ranker")), (request.Scaling, request.Capture));
        Assert.Equal([new AlarmRequest("latencyP99", 100), new AlarmRequest("errorRate5xx", 0.025)], request.Alarms!);
        Assert.Equal("ML-12", request.Tags!["ticket"]);
    }

    [Theory]
    [InlineData("#scaling-value", "0", "Latency to scale by: 0 ms is out of bounds; give 0.001 to 60,000 ms.")]
    [InlineData("#scaling-maximum", "1", "Most instances 1 is fewer than the fewest, 2; give 2 to 1,000.")]
    [InlineData("#capture-share", "101", "Captured requests: 101 % is out of bounds; give 0 to 100 %.")]
    [InlineData("#capture-share", "0.5", "Captured requests 0.5 is not a whole number; give 0 to 100 %.")]
    [InlineData("#capture-destination", "", "No folder is given, and media-ranker captures nothing now; say where to, as in s3://bucket/prefix.")]
    [InlineData("#capture-destination", "bucket/x", "The folder \"bucket/x\" is not one in S3; give it as in s3://bucket/prefix.")]
    [InlineData("#alarm-1-limit", "", "Limit of alarm 1 is empty; give 0.001 to 60,000 ms.")]
    [InlineData("#alarm-1-minutes", "61", "Minutes of alarm 1: 61 minutes is out of bounds; give 1 to 60 minutes.")]
    [InlineData("#tag-1-key", "aws:x", "The name of tag 1, \"aws:x\", cannot be used; give 1 to 128 characters that do not begin with \"aws:\".")]
    public void Capacity_WrongField_IsSaidAtOnceBesideIt(string field, string text, string said)
    {
        var page = Show($"{Filled}&step=capacity");
        page.Find("#scaling-target").Change("latency");
        page.Find("#scaling-minimum").Input("2");
        page.Find("#capture-on").Change(true);
        page.Find("#add-alarm").Click();
        page.Find("#add-tag").Click();

        page.Find(field).Input(text);

        Assert.Equal(said, page.Find($"{field}-problem").TextContent);
    }

    [Fact]
    public void Candidate_FoundByItsRun_IsTakenByItsVersion()
    {
        Discovery.Finding = new CandidateFinding.Found(
            new ModelPackage("media-ranker", 8, "arn:8", ModelApproval.Approved, SnapshotBuilder.Now, null, null, null, new Dictionary<string, string>()), "v8 is the newest approved version of run-7");
        var page = Show("?group=media-ranker&endpoint=media-ranker");
        page.Find("#source-run").Change(true);
        page.Find("#run-id").Input("run-7");
        Assert.Equal("media-ranker of run-7 onto media-ranker", page.Find("h1").TextContent);

        page.Find("#find-run").Click();
        Assert.Contains("V8 is the newest approved version of run-7.", page.Find("#run-found").TextContent);
        page.Button("Take v8").Click();

        Assert.Equal("media-ranker v8 onto media-ranker", page.Find("h1").TextContent);
    }

    [Fact]
    public void Environment_OfTheEndpoint_SaysWhatItAsksAndHoldsTheStrategyToIt()
    {
        Environments.All =
        [
            new DeploymentEnvironment("prod", ["media-ranker"]) { Approvals = 2, Predecessor = new PredecessorRule("dev", TimeSpan.FromHours(24)), Strategies = [Strategy.Canary] },
        ];
        var page = Show($"{Filled}&step=endpoint");
        Assert.Contains("2 approvals, not your own", page.Markup.Text());
        Assert.Contains("the same package serves in dev for 1 day without a breach", page.Markup.Text());

        page.Find("#strategy-all").Change(true);

        Assert.Contains("is not a strategy of prod", page.Find("#strategy-problem").TextContent);
    }

    [Fact]
    public void SmokeTest_TriedOnTheChampion_ShowsStatusLatencyAndBody()
    {
        var page = Show($"{Filled}&step=smoke-test");
        page.Find("#smoke-payload").Input("{\"a\":1}");

        page.Find("#try-payload").Click();

        Assert.Contains("200", page.Find("#trial-answer").TextContent);
        Assert.Contains("{\"score\":0.4}", page.Find("pre").TextContent);
        Assert.Equal(("media-ranker", "champion", "{\"a\":1}"), Assert.Single(Answering.Asked) is var asked ? (asked.Endpoint, asked.TargetVariant, System.Text.Encoding.UTF8.GetString(asked.Body.Span)) : default);
    }

    [Fact]
    public void Review_ShowsWhatChangesWhenWhoIsExposedTheWayBackAndWhoMustApprove()
    {
        var page = Show($"{Filled}&step=review");

        Assert.Contains("Makes endpoint configuration media-ranker-20261121-1 before traffic", page.Find("#review-changes").OuterHtml.Text());
        var stages = page.FindAll("#review-timeline tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))).ToList();
        Assert.Equal(["5 %|11-21 03:18|10 min|5 %|1,200|not known", "gate|11-21 03:28|until approved|5 %|not known|40"], stages);
        Assert.Contains("weight is set to 0", page.Find("#review-rollback").TextContent);
        Assert.Contains("did not start it", page.Find("#review-approvals").TextContent);
        Assert.Contains("in all", page.Find("#review-cost").TextContent);
        Assert.Contains("packageVersion: 8", page.Find("#plan-yaml").TextContent);
    }

    [Fact]
    public void Review_Refused_SaysWhyAndLinksToTheStep()
    {
        Reviews.Refusal = "v8 lacks requirements.txt";

        var page = Show($"{Filled}&step=review");

        Assert.Contains("V8 lacks requirements.txt.", page.Find("#review-refused").TextContent);
        Assert.Equal("Candidate", page.Find("#review-refused a").TextContent);
    }

    [Fact]
    public void Review_OfAnUnfinishedDraft_WaitsForIt() => Assert.NotEmpty(Show("?step=review").FindAll("#review-waiting"));

    [Fact]
    public void DryRun_Ended_ListsWhatWasLookedAt()
    {
        var page = Show($"{Filled}&step=review");
        page.Find("#dry-run").Click();
        Assert.NotEmpty(page.FindAll("progress"));

        Reviews.DryRun.SetResult(new DryRunReport(SnapshotBuilder.Now, [new DryRunCheck("Model media-ranker-v8", DryRunResult.Passed, null), new DryRunCheck("May update endpoint media-ranker", DryRunResult.Unknown, "No call that reads can tell.")]));

        page.WaitForAssertion(() => Assert.Contains("not ready", page.Find("#dry-run-said").TextContent));
        Assert.Contains("cannot tell", page.Find("#dry-run-result").TextContent);
        Assert.Contains("No call that reads can tell.", page.Find("#dry-run-result").TextContent);
    }

    [Fact]
    public void DryRun_Cancelled_CanBeRunAgain()
    {
        var page = Show($"{Filled}&step=review");
        page.Find("#dry-run").Click();

        page.Find("#cancel-dry-run").Click();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#dry-run")));
    }

    private void Start(IRenderedComponent<NewRolloutPage> page)
    {
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("step", "review"));
        page.Find("#start-rollout").Click();
        page.Find("#confirm-start").Click();
    }

    private IRenderedComponent<NewRolloutPage> Show(string query = "")
    {
        Navigation.NavigateTo("/rollouts/new" + query);
        return Render<NewRolloutPage>();
    }
}
