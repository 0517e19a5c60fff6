using CanaryConsole.Core.Guardrails;
using CanaryConsole.Presentation.Guards;
using CanaryConsole.Tests.Components;

namespace CanaryConsole.Tests.Presentation.Guards;

public sealed class EvidencePictureTests
{
    [Fact]
    public void Of_FailedLooks_HasNoPicture() => Assert.Null(EvidencePicture.Of(Evidence.None));

    [Fact]
    public void Of_Line_IsDrawnUpToItsProvisionalEndAgainstItsLimit()
    {
        var picture = EvidencePicture.Of(SnapshotBuilder.Sequential([0, 2, 4, 3], provisional: 1, limit: 5))!;

        // The limit of 5 is 84.7 % of the height up; three points are settled, the fourth hangs on the third.
        Assert.Equal("M0,56L106.7,37L213.3,18", picture.Settled);
        Assert.Equal("M213.3,18L320,27.5", picture.Provisional);
        Assert.Equal("M0,56L106.7,37L213.3,18L320,27.5L320,56L0,56Z", picture.Area);
        Assert.Equal(15.25, picture.LimitAt, 2);
        Assert.Equal("Evidence 3.0 of the 5.0 that make a breach; at most 4.0, at 03:07:20 UTC; the dashed end may still be corrected.", picture.Said);
    }

    [Fact]
    public void Of_EvidenceForHealth_LiesOnTheFloor()
    {
        var picture = EvidencePicture.Of(SnapshotBuilder.Sequential([-1, -4], limit: 5))!;

        Assert.Equal("M0,56L320,56", picture.Settled);
        Assert.Equal("0.0", EvidencePicture.Number(picture.Now));
    }

    [Fact]
    public void Of_BeyondTheLimit_LeavesTheLimitInThePicture()
    {
        var picture = EvidencePicture.Of(SnapshotBuilder.Sequential([0, 5000], limit: 5))!;

        Assert.Equal("evidence 5,000 of 5.0", picture.Headline);
        Assert.Equal(60, picture.LimitAt, 6);
    }

    [Fact]
    public void Of_FullLine_HasAFewSlicesThatCoverItAll()
    {
        var picture = EvidencePicture.Of(SnapshotBuilder.Sequential([.. Enumerable.Range(0, 120).Select(index => index / 40.0)]))!;

        Assert.InRange(picture.Marks.Count, 12, 24);
        Assert.Equal(0, picture.Marks[0].Left);
        Assert.Equal(EvidencePicture.Width, picture.Marks.Sum(mark => mark.Breadth), 6);
        Assert.Equal("03:08:20 UTC: 3.0 of 5.7", picture.Marks[^1].Said);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Of_HardlyAnyPoints_StillStands(int points)
    {
        var picture = EvidencePicture.Of(SnapshotBuilder.Sequential([.. Enumerable.Repeat(1.0, points)], now: 1))!;

        Assert.Equal(points, picture.Marks.Count);
        Assert.Equal("", picture.Area);
        Assert.Equal(points == 0 ? "" : "M320,47.7h.01", picture.Settled);
    }

    [Fact]
    public void Of_Signal_IsDrawnAgainstItsLimitInItsUnit()
    {
        var signal = new SignalEvidence(82, 90, MetricUnit.Percent, [.. new[] { 70.0, 96, 82 }.Select((value, index) => new SignalPoint(SnapshotBuilder.Now.AddMinutes(index), TimeSpan.FromMinutes(1), value))]);

        var picture = EvidencePicture.Of(Evidence.None with { Signal = signal })!;

        Assert.Equal(("limit", "now 82 %, limit 90 %"), (picture.LimitName, picture.Headline));
        Assert.Equal("M0,19.1L160,5.4L320,12.8", picture.Settled);
        Assert.Equal("03:10:20 UTC: 96 % of 90 %", picture.Marks[1].Said);
    }

    [Fact]
    public void Of_LimitBelowZero_StaysInThePicture()
    {
        var signal = new SignalEvidence(-2, -5, MetricUnit.None, [new(SnapshotBuilder.Now, TimeSpan.FromMinutes(1), -2)]);

        Assert.InRange(EvidencePicture.Of(Evidence.None with { Signal = signal })!.LimitAt, 50, 99);
    }

    [Fact]
    public void Of_Alarm_HasNoPicture() =>
        Assert.Null(EvidencePicture.Of(Evidence.None with { Signal = new SignalEvidence(1, null, MetricUnit.None, []) }));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Of_PointThatIsNoNumber_IsLeftOut(double odd)
    {
        var picture = EvidencePicture.Of(SnapshotBuilder.Sequential([0, odd, 2], limit: 5))!;

        Assert.Equal(2, picture.Marks.Count);
    }
}
