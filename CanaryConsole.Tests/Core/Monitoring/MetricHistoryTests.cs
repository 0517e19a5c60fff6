using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Monitoring;

public sealed class MetricHistoryTests
{
    private static readonly DateTimeOffset T0 = new(2026, 11, 21, 1, 0, 0, TimeSpan.Zero);
    private readonly MetricHistory _history = new();

    [Fact]
    public void NextFrom_NothingKnown_IsTheEarliest() => Assert.Equal(T0, _history.NextFrom("v", T0));

    [Fact]
    public void NextFrom_FreshWindows_ReadsTheLastThreeMinutesAgain()
    {
        Read(30, 0, 30);

        Assert.Equal(T0.AddMinutes(27), _history.NextFrom("v", T0));
    }

    [Fact]
    public void NextFrom_MetricsSixMinutesLate_ReadsBackToTheNewestThatCame()
    {
        Read(30, 0, 24);

        Assert.Equal(T0.AddMinutes(21), _history.NextFrom("v", T0));
    }

    [Fact]
    public void Merge_MetricsThatStayLate_AllArriveInTheEnd()
    {
        for (var minute = 10; minute <= 40; minute++)
        {
            var from = (int)(_history.NextFrom("v", T0) - T0).TotalMinutes;
            Read(minute, from, minute - 8);
        }

        Assert.Equal(Enumerable.Range(0, 32).Select(minute => T0.AddMinutes(minute)), _history.Of("v").Windows.Select(window => window.Start));
    }

    [Fact]
    public void NextFrom_AVariantThatWentSilent_IsNotReadBackForEver()
    {
        Read(20, 0, 20);
        Read(90, 17, 20);

        Assert.Equal(T0.AddMinutes(70), _history.NextFrom("v", T0));
    }

    [Fact]
    public void Lag_WindowsThatCameInTime_IsNone()
    {
        Read(10, 0, 10);
        Read(11, 7, 11);

        Assert.Null(_history.Of("v").Lag);
    }

    [Fact]
    public void Lag_AWindowThatChanged_IsTheTimeItWasWrong_AndIsReadLonger()
    {
        Read(10, 0, 10);
        Read(11, 7, 11, minute => minute == 7 ? 101 : 100);

        Assert.Equal(new WindowLag(TimeSpan.FromMinutes(2), T0.AddMinutes(11)), _history.Of("v").Lag);
        Assert.Equal(T0.AddMinutes(6), _history.NextFrom("v", T0));
    }

    [Fact]
    public void Lag_AWindowThatCameLate_Counts_AndIsForgottenAfterHalfAnHour()
    {
        Read(10, 0, 6);
        Read(11, 3, 8);
        Assert.Equal(TimeSpan.FromMinutes(3), _history.Of("v").Lag!.After);

        Read(12, 12, 12);
        Assert.NotNull(_history.Of("v").Lag);

        Read(45, 44, 45);
        Assert.Null(_history.Of("v").Lag);
    }

    [Fact]
    public void Lag_WindowsOfBeforeTheFirstReading_AreNotLate()
    {
        Read(30, 20, 30);
        Read(31, 0, 31);

        Assert.Null(_history.Of("v").Lag);
    }

    /// <summary>At a minute, all windows of one minute within [from, to).</summary>
    private void Read(int at, int from, int to, Func<int, long>? requests = null) => _history.Merge(
        new MetricAnswer(
            new MetricRequest("e", "v", T0.AddMinutes(from), T0.AddMinutes(at + 1), TimeSpan.FromMinutes(1), null),
            [.. Enumerable.Range(from, Math.Max(0, to - from)).Select(minute => new MetricWindow(
                T0.AddMinutes(minute), TimeSpan.FromMinutes(1), requests?.Invoke(minute) ?? 100, 0, null, null, null, null))],
            null),
        T0.AddMinutes(at),
        T0);
}
