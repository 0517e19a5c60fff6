using Bunit;
using CanaryConsole.Components.Pages;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Tests.Presentation;
using CanaryConsole.Tests.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Components.Story;

public sealed class RolloutEventsPageTests : ConsoleTestContext
{
    private const string Id = "media-ranker-20261121-1";

    private readonly FakeRolloutService _rollouts = new();
    private readonly FakeEventStore _store = new();

    public RolloutEventsPageTests()
    {
        Services.AddSingleton<IRolloutService>(_rollouts);
        Services.AddSingleton<IEventStore>(_store);
        Services.AddSingleton<IStoryReader, StoryReader>();
    }

    [Fact]
    public void Story_Events_AreToldWithWhoAndHash()
    {
        Put(Baking());

        var text = Show().Markup.Text();

        Assert.Contains("Set the challenger to 25 %, step 2 of 3: all healthy.", text, StringComparison.Ordinal);
        Assert.Contains("step started", text, StringComparison.Ordinal);
        Assert.Contains(_store.Events[0].Hash[..8], text, StringComparison.Ordinal);
        Assert.Contains("hash chain intact", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Story_Rollback_ShowsTheEvidenceItRestedOn()
    {
        var breach = SnapshotBuilder.Assessment(
            new Verdict.Breach("error rate 8 % over 500 requests, limit 1 %"), SnapshotBuilder.ErrorRate() with { Test = GuardTest.Sequential }, SnapshotBuilder.Sequential([0, 2, 8.9]));
        Put(new RolloutBuilder().BakingAt25().Then(18, new RolloutEvent.RollbackStarted("a breach", true, [breach])));

        var page = Show();

        Assert.Contains("Evidence 8.9 of the 5.7 that make a breach.", page.Find("[role=meter]").GetAttribute("aria-valuetext"), StringComparison.Ordinal);
        page.Button("Evidence").Click();
        Assert.Empty(page.FindAll("[role=meter]"));
    }

    [Fact]
    public void Filter_InTheAddress_IsAppliedAndGoesIntoTheDownload()
    {
        Put(Baking());

        var page = Show("?kind=stepStarted&q=25");

        Assert.Single(page.FindAll("ol > li"));
        Assert.Contains("1 of 8 events", page.Markup.Text(), StringComparison.Ordinal);
        Assert.Equal($"/api/rollouts/{Id}/events?kind=stepStarted&q=25&limit=10000&format=csv", page.Find("#story-csv").GetAttribute("href"));
    }

    [Fact]
    public void Filter_Chosen_GoesIntoTheAddress()
    {
        Put(Baking());
        var page = Show("?page=7");

        page.Find("#story-kind").Change("smokeTestPassed");

        Assert.EndsWith($"/rollouts/{Id}/events?kind=smokeTestPassed", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Single(page.FindAll("ol > li")));
    }

    [Fact]
    public void From_PickedInTheViewersZone_IsAnInstantInTheAddress()
    {
        Put(Baking());
        var east = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(2), "east", "east");
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/rollouts/{Id}/events");
        var page = Render<RolloutEventsPage>(parameters => parameters.Add(one => one.Id, Id).AddCascadingValue(east));

        page.Find("#story-from").Change("2026-11-21T05:10:00");

        Assert.EndsWith("?from=2026-11-21T03%3A10%3A00Z", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_Opened_ShowsThePayloadAndBothHashes()
    {
        Put(Baking());
        var page = Show("?kind=smokeTestPassed");

        page.Button("JSON").Click();

        var raw = page.Find("pre").TextContent;
        Assert.Contains("\"passed\": 3", raw, StringComparison.Ordinal);
        Assert.Contains(_store.Events.Single(stored => stored.Type == "smokeTestPassed").PreviousHash, page.Find(".raw").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Story_ChangedBehindTheConsole_SaysThatTheChainIsBroken()
    {
        Put(Baking());
        _store.Events[2] = _store.Events[2] with { Payload = _store.Events[2].Payload + " " };

        var text = Show().Markup.Text();

        Assert.Contains("The hash chain is broken", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hash chain intact", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Story_StoreDown_IsShownWithoutHashes()
    {
        Put(Baking());
        _store.Failure = new StoreException("The event store is locked.");

        var text = Show().Markup.Text();

        Assert.Contains("shown without their hashes. The event store is locked.", text, StringComparison.Ordinal);
        Assert.Contains("not stored yet", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Story_NothingMatches_OffersAll()
    {
        Put(Baking());

        Assert.Contains("None of the 8 events fits this filter.", Show("?q=zzz").Markup.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Story_PartOfTheFilterWrong_SaysWhichAndKeepsTheRest()
    {
        Put(Baking());

        var page = Show("?from=soon&kind=stepStarted");

        Assert.Contains("Part of the filter was left out. From is \"soon\"", page.Markup.Text(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, page.FindAll("ol > li").Count);
    }

    [Fact]
    public void Story_RolloutGoesOn_GrowsWithoutReload()
    {
        var before = Baking();
        Put(before);
        var page = Show();
        Assert.Equal(8, page.FindAll("ol > li").Count);

        var after = Baking().Then(18, new RolloutEvent.RolloutPaused("lunch"), "ada");
        Put(after);
        Publish(SnapshotBuilder.Snapshot([], [after.Build()], sequence: 2));

        page.WaitForAssertion(() => Assert.Contains("Paused: lunch.", page.Markup.Text(), StringComparison.Ordinal));
    }

    [Fact]
    public void Story_NoSuchRollout_SaysSo() => Assert.Contains("No such rollout", Show().Markup.Text(), StringComparison.Ordinal);

    private static RolloutBuilder Baking() => new RolloutBuilder().BakingAt25();

    private void Put(RolloutBuilder rollout)
    {
        _rollouts.Put(rollout.Build().State, [.. rollout.Events]);
        _store.Reset();
        _store.Append(RolloutLedger.StreamOf(new(Id)), [.. rollout.Events]);
    }

    private IRenderedComponent<RolloutEventsPage> Show(string query = "")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/rollouts/{Id}/events{query}");
        return Render<RolloutEventsPage>(parameters => parameters.Add(page => page.Id, Id));
    }
}
