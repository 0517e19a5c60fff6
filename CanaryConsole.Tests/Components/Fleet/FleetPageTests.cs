using Bunit;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static CanaryConsole.Tests.Components.SnapshotBuilder;
using FleetPage = CanaryConsole.Components.Pages.Fleet;

namespace CanaryConsole.Tests.Components.Fleet;

public sealed class FleetPageTests : ConsoleTestContext
{
    [Fact]
    public void Fleet_BeforeTheFirstTick_IsLoading()
    {
        var page = Render<FleetPage>();

        Assert.Contains("taking its first look", page.Find("[role=status]").TextContent);
    }

    [Fact]
    public void Fleet_NothingThere_SaysSoWithTheRegion()
    {
        Feed.Publish(Snapshot());

        var page = Render<FleetPage>();

        Assert.Contains("no SageMaker endpoint in eu-central-1", page.Markup.Text());
    }

    [Fact]
    public void Fleet_SourceFailsBeforeAnythingWasSeen_SaysWhatAndSinceWhen()
    {
        Feed.Publish(Snapshot(sources: [new SourceHealth("SageMaker", null, Now.AddMinutes(-4), "the security token is expired")]));

        var page = Render<FleetPage>();

        Assert.Contains("SageMaker: the security token is expired", page.Find("[role=alert]").TextContent.Text());
        Assert.Contains("failing since 03:04:20, 4 min ago", page.Find("[role=alert]").TextContent.Text());
    }

    [Fact]
    public void Fleet_SourceFailsLater_KeepsTheRowsAndSaysTheyAreOld()
    {
        Feed.Publish(Snapshot([Endpoint()], sources: [new SourceHealth("SageMaker", Now.AddMinutes(-7), Now.AddMinutes(-7), "no answer within 5 s")]));

        var page = Render<FleetPage>();

        Assert.Contains("SageMaker has not answered since 03:01:20 (7 min ago): no answer within 5 s.", page.Markup.Text());
        Assert.Contains("media-ranker", page.Find("tbody").TextContent);
    }

    [Fact]
    public void Fleet_RowOfARollout_ShowsVersionsShareStateAndCountdown()
    {
        Feed.Publish(Snapshot(
            [Endpoint(variants: [Variant(weight: 75), Variant("challenger-v8", "media-ranker-v8", 25, instances: 1)])],
            [Rollout(assessments: [Assessment(new Verdict.Inconclusive("312 of 500 requests", 188))])]));

        var row = Render<FleetPage>().Find("tbody tr");

        Assert.Contains("v7 → v8", row.TextContent);
        Assert.Contains("75 / 25", row.TextContent);
        Assert.Contains("Baking 25 %", row.TextContent);
        Assert.Contains("6:00 left", row.TextContent);
        Assert.Contains("40/s", row.TextContent);
        Assert.Equal("/endpoints/media-ranker", row.QuerySelector("td a")!.GetAttribute("href"));
        Assert.Equal("/rollouts/media-ranker-20261121-1", row.QuerySelector("a.chip")!.GetAttribute("href"));
    }

    [Fact]
    public void Fleet_ManyEndpoints_WhatNeedsAttentionComesFirst()
    {
        Feed.Publish(Mixed());

        var names = Render<FleetPage>().FindAll("tbody tr b").Select(name => name.TextContent);

        Assert.Equal(["broken", "zz-rolled-back", "baking", "soaking", "quiet"], names);
    }

    [Fact]
    public void Fleet_CounterPressed_FiltersAndPutsItInTheAddress()
    {
        Feed.Publish(Mixed());
        var page = Render<FleetPage>();

        Assert.Single(page.FindAll("button"), button => button.TextContent.Text() == "2need attention").Click();

        Assert.EndsWith("?show=attention", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Fleet_AddressWithFilterAndSearch_ShowsThatPart()
    {
        Feed.Publish(Mixed());
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?show=attention&q=status:failed");

        var page = Render<FleetPage>();

        Assert.Equal("broken", Assert.Single(page.FindAll("tbody tr b")).TextContent);
        Assert.Contains("true", Assert.Single(page.FindAll("button.counter"), button => button.TextContent.Contains("attention")).GetAttribute("aria-pressed"));
    }

    [Fact]
    public void Fleet_SearchFindsNothing_OffersAll()
    {
        Feed.Publish(Mixed());
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?q=nowhere");

        var page = Render<FleetPage>();

        Assert.Contains("None of the 5 endpoints fits", page.Markup.Text());
    }

    [Fact]
    public void Fleet_NewSnapshot_IsDrawnWithoutReload()
    {
        Feed.Publish(Snapshot());
        var page = Render<FleetPage>();

        Publish(Snapshot([Endpoint("thumbnails")]));

        page.WaitForAssertion(() => Assert.Contains("thumbnails", page.Markup));
    }

    private static MonitorSnapshot Mixed() => Snapshot(
        [Endpoint("baking"), Endpoint("broken", EndpointStatus.Failed), Endpoint("quiet"), Endpoint("soaking"), Endpoint("zz-rolled-back")],
        [
            Rollout(State(id: "one", plan: Plan("baking"))),
            Rollout(State(RolloutPhase.Soaking, "two", Plan("soaking"), step: 3, sharePercent: 100)),
            Rollout(State(RolloutPhase.RolledBack, "three", Plan("zz-rolled-back"), sharePercent: 0, finishedAt: Now.AddMinutes(-12), reason: "6.2 % failed")),
        ]);
}
