using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

public class StoryFilterTests
{
    private static readonly StoryEntry Entry = new(
        new RecordedRolloutEvent(3, RolloutSamples.Start, "Ada", new RolloutEvent.RolloutPaused("lunch")), "rolloutPaused", "Paused: lunch.", "{}", null);

    [Fact]
    public void Matches_NothingAsked_TakesAll() => Assert.True(StoryFilter.All.Matches(Entry));

    [Theory]
    [InlineData("rolloutPaused", true)]
    [InlineData("stepStarted", false)]
    public void Matches_Kind_IsExact(string kind, bool matches) => Assert.Equal(matches, new StoryFilter([kind]).Matches(Entry));

    [Theory]
    [InlineData("ada", true)]
    [InlineData("ad", false)]
    public void Matches_Actor_IsTheWholeNameInAnyCase(string actor, bool matches) => Assert.Equal(matches, new StoryFilter([], actor).Matches(Entry));

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(-1, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(-2, -1, false)]
    public void Matches_Time_HoldsBothEnds(int from, int to, bool matches) =>
        Assert.Equal(matches, new StoryFilter([], null, RolloutSamples.Start.AddSeconds(from), RolloutSamples.Start.AddSeconds(to)).Matches(Entry));

    [Theory]
    [InlineData("LUNCH", true)]
    [InlineData("paused", true)]
    [InlineData("ada", true)]
    [InlineData("dinner", false)]
    public void Matches_Text_IsLookedForInSentenceKindAndActor(string text, bool matches) => Assert.Equal(matches, new StoryFilter([], Text: text).Matches(Entry));
}
