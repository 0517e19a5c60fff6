using CanaryConsole.Core.Serving;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Serving;
using static CanaryConsole.Tests.Presentation.Serving.ServingSamples;

namespace CanaryConsole.Tests.Presentation.Serving;

public class ServingViewTests
{
    [Fact]
    public void Strip_Changes_AreAsWideAsTheyLasted()
    {
        var view = View(at: 45, known: Seen(30, 25), start: Seen(-10, 0), changes: [Seen(15, 5), Seen(30, 25)]);

        Assert.Equal([25.0, 25, 50], view.Strip.Select(piece => piece.Percent));
        Assert.Equal(["champion 100 %", "champion 95 %, challenger-v8 5 %", "champion 75 %, challenger-v8 25 %"], view.Strip.Select(piece => piece.Words));
        Assert.Equal(75, view.AtPercent);
    }

    [Fact]
    public void Strip_NothingKnownBefore_SaysSo()
    {
        var view = View(at: 45, known: Seen(30, 25), start: null, changes: [Seen(30, 25)]);

        Assert.Equal(("not known", 50.0), (view.Strip[0].Words, view.Strip[0].Percent));
    }

    [Fact]
    public void Strip_OrderedAndNotSeen_KeepsWhatWasKnownAndMarksIt()
    {
        var view = View(at: 45, known: Seen(-10, 5), start: Seen(-10, 5), changes: [Ordered(15, 25), Seen(30, 25)]);

        Assert.Equal([false, true, false], view.Strip.Select(piece => piece.IsMoving));
        Assert.Equal(view.Strip[0].Words, view.Strip[1].Words);
    }

    [Fact]
    public void Arms_ColoursFollowWhoWasSeenFirst()
    {
        var view = View(at: 45, known: Seen(30, 75), start: Seen(-10, 0), changes: [Seen(30, 75)]);

        Assert.Equal([("champion", ArmRole.Champion), ("challenger-v8", ArmRole.Challenger)], view.Arms.OrderBy(arm => arm.Role).Select(arm => (arm.Variant, arm.Role)));
        Assert.Equal(["v7", "v8"], view.Legend.Select(arm => arm.Version));
    }

    [Fact]
    public void Rows_NewestFirst_MarkTheOneInForce()
    {
        var known = Seen(15, 5);
        var view = View(at: 20, known, start: Seen(-10, 0), changes: [known, Seen(30, 25, version: 2)]);

        Assert.Equal([false, true], view.Rows.Select(row => row.InForce));
        Assert.Equal("champion v7 95 %, challenger-v8 v8 5 %", view.Rows[1].Split);
        Assert.Equal("/rollouts/media-ranker-20261121-1/events", view.Rows[0].Story);
    }

    [Theory]
    [InlineData("6h", 60, -300, 60)]
    [InlineData("1h", 30, 0, 60)]
    [InlineData("nonsense", 0, -300, 60)]
    public void Around_NeverReachesPastNow(string slug, int at, int from, int to) => Assert.Equal(
        (Start.AddMinutes(from), Start.AddMinutes(to)), ServingReach.Of(slug).Around(Start.AddMinutes(at), Start.AddMinutes(60)));

    private static ServingView View(double at, ServingChange? known, ServingChange? start, IReadOnlyList<ServingChange> changes) => ServingView.Of(
        new ServingMoment("media-ranker", Start.AddMinutes(at), known, null, null),
        new ServingSpan("media-ranker", Start, Start.AddMinutes(60), new ServingMoment("media-ranker", Start, start, null, null), changes, false));
}
