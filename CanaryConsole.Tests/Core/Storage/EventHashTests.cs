using CanaryConsole.Core.Storage;

namespace CanaryConsole.Tests.Core.Storage;

public sealed class EventHashTests
{
    private static readonly StoredEvent Sample = new(
        12, "rollout/r-1", 3, "stepStarted", new(2026, 11, 21, 1, 2, 3, TimeSpan.Zero), "ann", """{"why":"größe"}""", EventHash.Genesis, "");

    [Fact]
    public void Of_KnownEvent_IsTheHashOfTheDocumentedForm()
    {
        // printf '2:1211:rollout/r-11:311:stepStarted28:2026-11-21T01:02:03.0000000Z3:ann17:{"why":"größe"}64:000…000' | sha256sum
        Assert.Equal("c625b6bca4b7aee8156b42b033eb573e86bad382d372a60b90a6124b6ef6bee4", EventHash.Of(Sample));
    }

    [Fact]
    public void Of_TextMovedFromOneFieldToTheNext_Differs()
    {
        Assert.NotEqual(EventHash.Of(Sample with { Type = "ab", Actor = "c" }), EventHash.Of(Sample with { Type = "a", Actor = "bc" }));
        Assert.NotEqual(EventHash.Of(Sample with { Type = "a1:b", Actor = "c" }), EventHash.Of(Sample with { Type = "a", Actor = "b1:c" }));
    }

    [Fact]
    public void Of_AnyOtherMember_Differs()
    {
        StoredEvent[] changed =
        [
            Sample with { Position = 13 },
            Sample with { Stream = "rollout/r-2" },
            Sample with { Version = 4 },
            Sample with { Type = "stepHeld" },
            Sample with { At = Sample.At.AddTicks(1) },
            Sample with { Actor = "bob" },
            Sample with { Payload = "{}" },
            Sample with { PreviousHash = new('1', 64) },
        ];

        Assert.Equal(changed.Length + 1, changed.Append(Sample).Select(EventHash.Of).Distinct().Count());
        Assert.Equal(EventHash.Of(Sample), EventHash.Of(Sample with { Hash = "anything" }));
    }

    [Fact]
    public void Of_SameInstantElsewhere_IsTheSame() =>
        Assert.Equal(EventHash.Of(Sample), EventHash.Of(Sample with { At = Sample.At.ToOffset(TimeSpan.FromHours(9)) }));

    [Fact]
    public void Of_TextThatIsNotUnicode_Throws() => Assert.ThrowsAny<ArgumentException>(() => EventHash.Of(Sample with { Actor = "\ud800" }));

    [Theory]
    [InlineData("2026-11-21T01:02:03.0000000Z", true)]
    [InlineData("2026-11-21T01:02:03Z", false)]
    [InlineData("2026-11-21T01:02:03.0000000z", false)]
    [InlineData("2026-11-21t01:02:03.0000000Z", false)]
    [InlineData("2026-11-21T01:02:03.0000000+00:00", false)]
    [InlineData(" 2026-11-21T01:02:03.0000000Z", false)]
    public void TryParseTime_OneInstant_HasOneSpelling(string text, bool valid) => Assert.Equal(valid, EventHash.TryParseTime(text, out _));
}
