using Bunit;
using CanaryConsole.Components.Controls.Environments;
using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Components.Pages;
using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Components.Rollouts;
using CanaryConsole.Tests.Core.Rollouts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static CanaryConsole.Tests.Components.SnapshotBuilder;

namespace CanaryConsole.Tests.Components.Environments;

public sealed class EnvironmentsPageTests : ConsoleTestContext
{
    private static readonly ServedEvidence Served = new("dev", "media-ranker-dev", Now.AddHours(-30), Now, TimeSpan.FromHours(24), 0, new RolloutId("media-ranker-dev-20261120-1"));

    private readonly RecordingRollouts _rollouts = new();

    public EnvironmentsPageTests()
    {
        Environments.All =
        [
            new DeploymentEnvironment("dev", ["media-ranker-dev"]),
            new DeploymentEnvironment("prod", ["media-ranker"]) { Approvals = 2, Predecessor = new PredecessorRule("dev", TimeSpan.FromHours(24)) },
        ];
        Services.AddSingleton<IRolloutService>(_rollouts);
        Predecessors.Finding = new PredecessorFinding(Served, null);
    }

    private static RolloutState Waiting => RolloutSamples.In(
        RolloutPhase.AwaitingApproval, RolloutSamples.Plan() with { Environment = new PlanEnvironment("prod", 2, false, Served) });

    [Fact]
    public void Page_WithoutEnvironments_SaysWhereTheyComeFrom()
    {
        Environments.All = [];

        Assert.Contains("Environments:File names a file", Render<EnvironmentsPage>().Markup.Text());
    }

    [Fact]
    public void Page_WithDevAndProd_ShowsRulesWhatServesAndThePressToProd()
    {
        var completed = RolloutSamples.In(RolloutPhase.Completed, RolloutSamples.Plan() with { Endpoint = "media-ranker-dev" });
        Feed.Publish(Snapshot([Endpoint(), Endpoint("media-ranker-dev", variants: [Variant("challenger-v8", "media-ranker-v8")])], [new RolloutSnapshot(completed, [], [], null)]));

        var page = Render<EnvironmentsPage>();

        Assert.Contains("2 people must approve, none of them whoever started it.", page.Find("#prod").TextContent);
        Assert.Contains("v8", page.Find("#dev .endpoint").TextContent);
        var link = page.Find("#dev .endpoint a.btn");
        Assert.Equal("Promote to prod…", link.TextContent);
        Assert.StartsWith("/rollouts/new?endpoint=media-ranker&group=media-ranker&version=8&promoteFrom=", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#prod .endpoint a.btn"));
    }

    [Fact]
    public void Waiting_ForSomebodyElse_IsApprovedFromThePageUnderTheirName()
    {
        Services.GetRequiredService<Operator>().Call("Ben");
        _rollouts.Answer = new CommandResult.Accepted(Waiting);
        Feed.Publish(Snapshot([Endpoint()], [new RolloutSnapshot(Waiting, [], [], null)]));
        var page = Render<EnvironmentsPage>();

        Assert.Contains("0 of 2 approvals, not your own", page.Find(".waiting").TextContent);
        Assert.Contains("Anybody may approve but tester.", page.Find(".waiting").TextContent);
        page.Find(".waiting .btn.primary").Click();
        page.Find("#ask-confirm").Click();

        Assert.StartsWith($"approve {Waiting.Id} by Ben", Assert.Single(_rollouts.Asked), StringComparison.Ordinal);
    }

    [Fact]
    public void Waiting_ForWhoeverStartedIt_HasTheReasonBesideTheButton()
    {
        Feed.Publish(Snapshot([Endpoint()], [new RolloutSnapshot(Waiting, [], [], null)]));
        var page = Render<EnvironmentsPage>();
        Assert.False(page.Find(".waiting .btn.primary").HasAttribute("disabled"));

        Services.GetRequiredService<Operator>().Call("Tester");

        page.WaitForAssertion(() => Assert.True(page.Find(".waiting .btn.primary").HasAttribute("disabled")));
        Assert.Contains("You cannot approve: tester started it, and prod takes no approval of whoever did", page.Find(".waiting").TextContent);
    }

    [Fact]
    public void Card_OnARollout_ShowsWhoHasApprovedTheEvidenceAndWhatItIsBoundTo()
    {
        var card = Render<StartApprovals>(parameters => parameters.Add(one => one.State, Waiting with { LatestApproval = new Approval("ben", Now, "fine", null) }));

        var text = card.Markup.Text();
        Assert.Contains("1 of 2 approvals, not your own", text);
        Assert.Contains("ben 2026-11-21 03:08: fine", text);
        Assert.Contains("Served in dev on media-ranker-dev for 1 day 6 h", text);
        Assert.Contains(Waiting.PlanDigest[..12], text);
    }

    [Fact]
    public void Note_AskedForByTheAddress_FillsInAndShowsTheEvidence()
    {
        var from = RolloutSamples.In(RolloutPhase.Completed, RolloutSamples.Plan() with { Endpoint = "media-ranker-dev" });
        _rollouts.Record = new RolloutRecord(from, []);
        RolloutRequest? filled = null;
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/rollouts/new?endpoint=media-ranker&promoteFrom={from.Id}");

        var note = Render<PromotionNote>(parameters => parameters.Add(one => one.OnPlan, (RolloutRequest plan) => filled = plan));

        Assert.Equal(("media-ranker", "media-ranker", 8), (filled!.Endpoint, filled.PackageGroup, filled.PackageVersion));
        Assert.Contains("Served in dev on media-ranker-dev", note.Markup.Text());
    }
}
