using Bunit;
using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using CanaryConsole.Tests.Presentation;

namespace CanaryConsole.Tests.Components.Rollouts;

public sealed class StepTimelineTests : ConsoleTestContext
{
    [Fact]
    public void Timeline_Baking_CountsTheStepDown()
    {
        // The builder's 25 % ends at minute 25; the clock of these tests stands at 03:08:20.
        var timeline = Show(new RolloutBuilder().BakingAt25());

        var now = timeline.Find("[aria-current=step]");
        Assert.Contains("25 %", now.TextContent);
        Assert.Contains("16:40 left", now.TextContent);

        Clock.Advance(TimeSpan.FromSeconds(1));

        timeline.WaitForAssertion(() => Assert.Contains("16:39 left", timeline.Find("[aria-current=step]").TextContent));
    }

    [Fact]
    public void Timeline_Baking_SaysWhatIsDoneAndWhatIsAhead() => Assert.Equal(
        ["Prepare done", "Smoke test done", "5 % done", "25 % now", "50 % ahead", "100 % ahead", "Soak ahead"],
        Stations(Show(new RolloutBuilder().BakingAt25())));

    [Fact]
    public void Timeline_RolledBack_EndsThere() => Assert.Equal(
        ["Prepare done", "Smoke test done", "5 % done", "25 % stopped", "Rolled back stopped"],
        Stations(Show(new RolloutBuilder().BakingAt25()
            .Then(18, new RolloutEvent.RollbackStarted("errors", true, []))
            .Then(19, new RolloutEvent.RolledBack(TimeSpan.FromSeconds(60))))));

    private static IEnumerable<string> Stations(IRenderedComponent<StepTimeline> timeline) => timeline.FindAll("li")
        .Select(station => $"{station.QuerySelector("b")!.TextContent} {station.QuerySelector(".sr-only")!.TextContent}");

    private IRenderedComponent<StepTimeline> Show(RolloutBuilder builder)
    {
        var rollout = builder.Build();
        return Render<StepTimeline>(parameters => parameters.Add(component => component.Nodes, RolloutTimeline.Of(rollout.State, rollout.Events)));
    }
}
