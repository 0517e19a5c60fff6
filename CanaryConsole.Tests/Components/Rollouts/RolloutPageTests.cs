using Bunit;
using CanaryConsole.Components.Pages;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Presentation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Tests.Components.Rollouts;

public sealed class RolloutPageTests : ConsoleTestContext
{
    private const string Id = "media-ranker-20261121-1";

    private readonly RecordingRollouts _rollouts = new();
    private readonly FakeReadinessDesk _desk = new();

    public RolloutPageTests()
    {
        Services.AddSingleton<IRolloutService>(_rollouts);
        Services.AddSingleton<IModelRegistry>(new ShelfRegistry());
        Services.AddSingleton<IReadinessDesk>(_desk);
        Services.AddSingleton(Options.Create(new MonitoringOptions()));
    }

    [Fact]
    public void Page_LiveRollout_ShowsStatusStepsGuardrailsAndJournal()
    {
        var text = Show(new RolloutBuilder().BakingAt25().Building()).Markup.Text();

        Assert.Contains("media-ranker: v8 against v7", text);
        Assert.Contains("Baking at 25 %: building up evidence", text);
        Assert.Contains("188 of 500 requests to go.", text);
        Assert.Contains("actual 75 / 25", text);
        Assert.Contains("Set the challenger to 25 %, step 2 of 3: all healthy.", text);
        Assert.Contains("Approved", text);
    }

    [Fact]
    public void Page_SplitMismatch_ShowsWhatWasExpectedAndWhatCame()
    {
        var rollout = new RolloutBuilder().BakingAt25().Healthy();
        rollout.Assessments =
        [
            .. rollout.Assessments,
            new(new("Traffic split as set", new GuardrailRule.TrafficSplit(), false, 500, 1, 1),
                Evidence.None with { Challenger = ArmEvidence.None with { Requests = 6_200 }, Champion = ArmEvidence.None with { Requests = 3_800 } },
                new Verdict.Breach("62 % of 10,000 requests reached the challenger, set are 25 %; look for clients that send TargetVariant")),
        ];

        var banner = Show(rollout).Find("section[aria-labelledby='split-title']").TextContent;

        Assert.Contains("The traffic is not split as set", banner);
        Assert.Contains("TargetVariant", banner);
        Assert.Contains("2,500", banner);
        Assert.Contains("6,200", banner);
    }

    [Fact]
    public void Page_NewerSnapshot_IsShownWithoutReload()
    {
        var page = Show(new RolloutBuilder().BakingAt25().Building());

        Publish(SnapshotBuilder.Snapshot([RolloutBuilder.Endpoint()], [new RolloutBuilder().BakingAt25().Healthy().Build()], sequence: 2));

        page.WaitForAssertion(() => Assert.Contains("all guardrails healthy", page.Markup.Text()));
    }

    [Fact]
    public void RollBack_Confirmed_SendsTheReasonAndStatesBeforeAndAfter()
    {
        var page = Show(new RolloutBuilder().BakingAt25().Breached());

        page.Button("Roll back…").Click();
        var dialog = page.Find("[role=dialog]");
        Assert.Contains("25 %→0 %", dialog.InnerHtml.Text().Replace(" → ", "→", StringComparison.Ordinal));
        Assert.Contains("Error rate below 1 %", page.Find("#ask-reason").GetAttribute("value"));
        page.Find("#ask-reason").Input("it hurts");
        _rollouts.Answer = new CommandResult.Accepted(new RolloutBuilder().BakingAt25().Build().State);
        page.Find("#ask-confirm").Click();

        Assert.Equal([$"roll back {Id} by operator: it hurts"], _rollouts.Asked);
        Assert.Empty(page.FindAll("[role=dialog]"));
    }

    [Fact]
    public void RollBack_WithoutAReason_CannotBeConfirmed()
    {
        var page = Show(new RolloutBuilder().BakingAt25().Building());

        page.Button("Roll back…").Click();
        page.Find("#ask-reason").Input("  ");

        Assert.True(page.Find("#ask-confirm").HasAttribute("disabled"));
    }

    [Fact]
    public void Pause_Refused_SaysWhyAndKeepsTheDialog()
    {
        _rollouts.Answer = new CommandResult.Refused(RefusalKind.Conflict, null, "Rollout cannot pause while Promoting");
        var page = Show(new RolloutBuilder().BakingAt25().Building());

        page.Button("Pause").Click();
        page.Find("#ask-confirm").Click();

        Assert.Contains("Rollout cannot pause while Promoting.", page.Find("[role=dialog] [role=alert]").TextContent);
    }

    [Fact]
    public void Dialog_RolloutMovesOnMeanwhile_GoesAndSaysWhy()
    {
        var page = Show(new RolloutBuilder().BakingAt25().Breached());
        page.Button("Roll back…").Click();

        Publish(SnapshotBuilder.Snapshot([RolloutBuilder.Endpoint()], [new RolloutBuilder().BakingAt25().Breached().Then(18, new RolloutEvent.RollbackStarted("errors", true, [])).Build()], sequence: 2));

        page.WaitForAssertion(() => Assert.Contains("The rollout has moved on meanwhile: Rolling back.", page.Find("[role=alert]").TextContent));
        Assert.Empty(page.FindAll("[role=dialog]"));
    }

    [Fact]
    public void Promote_NotReady_IsDisabledAndSaysWhen()
    {
        var promote = Show(new RolloutBuilder().BakingAt25().Building()).Button("Promote");

        Assert.True(promote.HasAttribute("disabled"));
        Assert.Equal("Ready when 188 more requests are in", promote.GetAttribute("title"));
    }

    [Fact]
    public void MoveShare_Confirmed_SendsAFraction()
    {
        var page = Show(new RolloutBuilder().BakingAt25().Building());

        page.Find("#share-challenger").Input("40");
        page.Find("#move-share").Click();
        page.Find("#ask-confirm").Click();

        Assert.Equal([$"move {Id} to 0.4 by operator: "], _rollouts.Asked);
    }

    [Fact]
    public void Page_FinishedAndNotInTheSnapshot_IsReadFromTheStore()
    {
        var past = new RolloutBuilder().BakingAt25()
            .Then(18, new RolloutEvent.RollbackStarted("errors", true, new RolloutBuilder().BakingAt25().Breached().Assessments))
            .Then(19, new RolloutEvent.RolledBack(TimeSpan.FromSeconds(60))).Build();
        _rollouts.Record = new RolloutRecord(past.State, past.Events);
        Feed.Publish(SnapshotBuilder.Snapshot());

        var text = Render<RolloutPage>(parameters => parameters.Add(page => page.Id, Id)).Markup.Text();

        Assert.Contains("Rolled back by itself", text);
        Assert.Contains("as of the rollback", text);
        Assert.Contains("The metrics of that time are no longer kept here.", text);
    }

    [Fact]
    public void Page_UnknownId_SaysSo()
    {
        Feed.Publish(SnapshotBuilder.Snapshot());

        var text = Render<RolloutPage>(parameters => parameters.Add(page => page.Id, "nope-1")).Markup.Text();

        Assert.Contains("No such rollout", text);
        Assert.Contains("nope-1", text);
    }

    private IRenderedComponent<RolloutPage> Show(RolloutBuilder builder)
    {
        Feed.Publish(SnapshotBuilder.Snapshot([RolloutBuilder.Endpoint()], [builder.Build()]));
        return Render<RolloutPage>(parameters => parameters.Add(page => page.Id, Id));
    }
}
