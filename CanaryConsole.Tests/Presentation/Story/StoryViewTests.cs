using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Story;

namespace CanaryConsole.Tests.Presentation.Story;

public class StoryViewTests
{
    [Fact]
    public void Of_LongStory_IsShownInPages()
    {
        var view = StoryView.Of(Story(250), StoryFilter.All, 3, newestFirst: false);

        Assert.Equal((3, 3, 250, 50, 201), (view.Page, view.Pages, view.Matching, view.Lines.Count, view.Lines[0].Version));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(9, 3)]
    public void Of_PageThatIsNotThere_ShowsTheNearest(int asked, int shown) => Assert.Equal(shown, StoryView.Of(Story(250), StoryFilter.All, asked, false).Page);

    [Fact]
    public void Of_NewestFirst_TurnsItAround() => Assert.Equal(250, StoryView.Of(Story(250), StoryFilter.All, 1, newestFirst: true).Lines[0].Version);

    [Fact]
    public void Of_Filtered_StillOffersEveryChoiceWithItsCount()
    {
        var view = StoryView.Of(Story(4), new StoryFilter(["rolloutResumed"]), 1, false);

        Assert.Equal((2, 4), (view.Matching, view.Total));
        Assert.Equal([new("rolloutPaused", "rollout paused", 2), new("rolloutResumed", "rollout resumed", 2)], view.Kinds);
        Assert.Equal([new("ada", "ada", 4)], view.Actors);
    }

    [Theory]
    [InlineData("stepStarted", "step started")]
    [InlineData("rolledBack", "rolled back")]
    public void Kind_Name_BecomesWords(string name, string words) => Assert.Equal(words, StoryWords.Kind(name));

    [Fact]
    public void Badge_EveryEvent_HasWords() => Assert.Equal(
        new Badge("rollback started", Tone.Bad),
        StoryWords.Badge(new(new(1, RolloutBuilder.Start, "monitor", new RolloutEvent.RollbackStarted("errors", true, [])), "rollbackStarted", "", "{}", null)));

    [Fact]
    public void Pretty_NoJson_StaysAsItIs() => Assert.Equal("{oops", StoryWords.Pretty("{oops"));

    [Fact]
    public void Address_Filter_ComesBackTheSame()
    {
        var filter = new StoryFilter(["rolloutPaused", "stepHeld"], "ada", RolloutBuilder.Start, RolloutBuilder.Start.AddMinutes(1), "lunch");
        var address = StoryAddress.Of(filter);

        var (read, fault) = StoryAddress.Read([address["kind"]], address["actor"], address["from"], address["to"], address["q"]);

        Assert.Null(fault);
        Assert.Equal(StoryAddress.Of(filter), StoryAddress.Of(read));
        Assert.Equal("2026-11-21T03:00:00Z", address["from"]);
    }

    [Fact]
    public void Address_OneFieldWrong_KeepsTheOthers()
    {
        var (filter, fault) = StoryAddress.Read(["rolloutPaused,oops"], "ada", "soon", null, null);

        Assert.Equal("oops", fault!.Value);
        Assert.Equal(("rolloutPaused", "ada", null), (Assert.Single(filter.Kinds), filter.Actor, filter.From));
    }

    private static RolloutStory Story(int events) => new(new("r-1"), new RolloutBuilder().Plan,
    [
        .. Enumerable.Range(1, events).Select(version => version % 2 == 1
            ? new StoryEntry(new(version, RolloutBuilder.Start.AddSeconds(version), "ada", new RolloutEvent.RolloutPaused("x")), "rolloutPaused", "Paused: x.", "{}", null)
            : new StoryEntry(new(version, RolloutBuilder.Start.AddSeconds(version), "ada", new RolloutEvent.RolloutResumed()), "rolloutResumed", "Resumed.", "{}", null)),
    ], [], null);
}
