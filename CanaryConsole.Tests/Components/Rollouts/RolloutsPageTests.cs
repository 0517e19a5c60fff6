using Bunit;
using CanaryConsole.Components.Pages;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Tests.Presentation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Components.Rollouts;

public sealed class RolloutsPageTests : ConsoleTestContext
{
    private readonly RecordingRollouts _rollouts = new();

    public RolloutsPageTests() => Services.AddSingleton<IRolloutService>(_rollouts);

    [Fact]
    public void List_ActiveAndPast_AreShownWithTheirOutcome()
    {
        _rollouts.List = () => [Past()];
        Feed.Publish(SnapshotBuilder.Snapshot([RolloutBuilder.Endpoint()], [new RolloutBuilder().BakingAt25().Healthy().Build()]));

        var text = Show().Markup.Text();

        Assert.Contains("v7 → v8", text);
        Assert.Contains("Baking 25 %", text);
        Assert.Contains("Rolled back", text);
        Assert.Contains("Errors.", text);
    }

    [Fact]
    public void List_FilteredByTheAddress_ShowsOnlyThose()
    {
        _rollouts.List = () => [Past()];
        Feed.Publish(SnapshotBuilder.Snapshot([], [new RolloutBuilder().BakingAt25().Healthy().Build()]));

        var page = Show("?show=active");

        Assert.Contains("media-ranker-20261121-1", Assert.Single(page.FindAll("tbody tr")).TextContent);
    }

    [Fact]
    public void List_Nothing_OffersTheFirst() => Assert.Contains("No rollouts yet", Show().Markup.Text());

    [Fact]
    public void List_StoreDown_SaysWhyAndKeepsTheLiveOnes()
    {
        _rollouts.List = () => throw new StoreException("The event store is locked.");
        Feed.Publish(SnapshotBuilder.Snapshot([], [new RolloutBuilder().BakingAt25().Healthy().Build()]));

        var text = Show().Markup.Text();

        Assert.Contains("The event store is locked.", text);
        Assert.Contains("media-ranker-20261121-1", text);
    }

    private static RolloutState Past()
    {
        var rollout = new RolloutBuilder().BakingAt25()
            .Then(18, new RolloutEvent.RollbackStarted("errors", true, []))
            .Then(19, new RolloutEvent.RolledBack(TimeSpan.FromSeconds(60)));
        return rollout.Build().State with { Id = new("media-ranker-20261120-1") };
    }

    private IRenderedComponent<RolloutsPage> Show(string query = "")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/rollouts" + query);
        return Render<RolloutsPage>();
    }
}
