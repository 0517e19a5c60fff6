using CanaryConsole.Core;
using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Serving;

namespace CanaryConsole.Tests.Core.Environments;

public sealed class ServedStretchTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_ServedThroughout_IsOneStretchOfTheWholeSpan() =>
        Assert.Equal([new ServedStretch(At(0), At(24), false, null)], Of(Seen(0, 8)));

    [Fact]
    public void Of_AnyShareAboveNone_IsServing() => Assert.Equal([new ServedStretch(At(2), At(24), false, null)], Of(Seen(0, 7), Seen(2, 7, 8), Seen(4, 8)));

    [Fact]
    public void Of_OrderedAndNeverSeen_IsNoTraffic() => Assert.Empty(Of(Seen(0, 7), Seen(2, 8) with { Proof = ServingProof.Ordered }));

    [Fact]
    public void Of_TakenAwayAndBroughtBack_IsTwoStretches() => Assert.Equal(
        [new ServedStretch(At(1), At(3), true, null), new ServedStretch(At(5), At(24), false, null)],
        Of(Seen(0, 7), Seen(1, 8), Seen(3, 7), Seen(5, 8)));

    [Fact]
    public void Of_FoundTakenAwayAfterALookElsewhere_EndsWhenItWasLastSeen() =>
        Assert.Equal([new ServedStretch(At(1), At(2), true, null)], Of(Seen(0, 7), Seen(1, 8), Seen(6, 7) with { NotBefore = At(2) }));

    [Fact]
    public void Of_AnotherVersionOrNoPackage_IsNotServing() => Assert.Empty(ServedStretch.Of(Span(Seen(0, 8), Seen(3, 8)), "media-ranker", 9));

    [Theory]
    [InlineData(0, 1, 24)]
    [InlineData(1, 1, 24)]
    [InlineData(10, 10, 24)]
    public void After_ABreach_CountsAnewFromIt(int breach, int from, int to) =>
        Assert.Equal(new ServedStretch(At(from), At(to), false, null), new ServedStretch(At(1), At(24), false, null).After(At(breach)));

    [Fact]
    public void After_ABreachAtItsEnd_NothingIsLeft() => Assert.Null(new ServedStretch(At(1), At(24), false, null).After(At(24)));

    [Fact]
    public void Of_AnyHistory_IsAsLongAsTheHoursInWhichItWasSeen()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var versions = Enumerable.Range(0, 24).Select(_ => random.Next(7, 9)).ToArray();
            var changes = versions.Select((version, hour) => Seen(hour, version)).ToArray();

            var stretches = Of(changes);

            Assert.Equal(versions.Count(version => version == 8), stretches.Sum(stretch => stretch.Length.TotalHours));
            Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
        }
    }

    private static DateTimeOffset At(int hour) => Start.AddHours(hour);

    private static IReadOnlyList<ServedStretch> Of(params ServingChange[] changes) => ServedStretch.Of(Span(changes), "media-ranker", 8);

    /// <summary>A day whose first change is what was known at its start.</summary>
    private static ServingSpan Span(params ServingChange[] changes) =>
        new("media-ranker-dev", At(0), At(24), new ServingMoment("media-ranker-dev", At(0), changes[0], null, null), changes[1..], false);

    private static ServingChange Seen(int hour, params int[] versions) => new(
        At(hour),
        ServingProof.ReadBack,
        [.. versions.Select(version => new ServedVariant($"v{version}", $"media-ranker-v{version}", "media-ranker", version, Percentage.FromFraction(1.0 / versions.Length)))],
        "monitor",
        "seen",
        "rollout/x",
        1);
}
