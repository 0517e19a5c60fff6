using CanaryConsole.Core.Backtests;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Guardrails;
using static CanaryConsole.Tests.Core.Backtests.BacktestSamples;
using static CanaryConsole.Tests.Core.Forecasts.ForecastSamples;

namespace CanaryConsole.Tests.Core.Backtests;

public class ReplaysTests
{
    private static readonly TimeSpan Lateness = TimeSpan.FromMinutes(2);

    [Fact]
    public void Split_AnyShare_LosesNoRequestAndHarmsNobody()
    {
        var window = History(1)[0];

        var (challenger, champion, harmed) = new PretendChallenger(3).Split(window, 0.25, 0, 0, Start.AddHours(5));

        Assert.Equal((window.Requests, window.Errors, window.SlowRequests, 0), (challenger.Requests + champion.Requests, challenger.Errors + champion.Errors, challenger.SlowRequests + champion.SlowRequests, harmed));
        Assert.Equal((Start.AddHours(5), Start.AddHours(5)), (challenger.Start, champion.Start));
        Assert.InRange(challenger.Requests, 240, 360);
    }

    [Fact]
    public void Split_Worsened_HarmsTheChallengerOnly()
    {
        var window = History(1)[0];

        var (challenger, champion, harmed) = new PretendChallenger(3).Split(window, 0.5, 0.2, 0.1, Start);

        Assert.True(champion.Errors <= window.Errors && champion.SlowRequests <= window.SlowRequests);
        Assert.Equal(harmed, challenger.Errors + champion.Errors - window.Errors + challenger.SlowRequests + champion.SlowRequests - window.SlowRequests);
        Assert.InRange(harmed, 130, 230);
    }

    [Fact]
    public void Healthy_GoodHistory_HasFewFalseAlarms()
    {
        var replays = new Replays(Outline(), History(3 * 1_440), Lateness, 100, 0, 1);
        var steps = 0;

        var healthy = replays.Healthy(() => steps++, CancellationToken.None);

        // At most 1 % each, so more than 4 of 100 would come about once in 300 such tests; the seed is fixed.
        Assert.InRange(healthy.FalseAlarms, 0, 4);
        Assert.Equal(100, steps);
        Assert.True(healthy.High.Fraction > 0);
    }

    [Fact]
    public void Healthy_AHundredPercentOfOneLookAboveTheLimit_IsAFalseAlarm()
    {
        var strict = ErrorLimit(0.05) with { Test = GuardTest.FailedLooks, FailedLooks = 1, Looks = 1 };

        var healthy = new Replays(Outline(strict), History(1_440), Lateness, 20, 0, 1).Healthy(() => { }, CancellationToken.None);

        Assert.Equal(20, healthy.FalseAlarms);
        Assert.Equal(20, healthy.Fired[strict.Name]);
    }

    [Fact]
    public void Worse_TenTimesTheErrors_IsSeenAboutWhenTheForecastSays()
    {
        var history = History(1_440);
        var worsening = new Worsening(WorseningKind.Errors, 10);
        var replays = new Replays(Outline(AgainstChampion()), history, TimeSpan.Zero, 60, 0, 1);

        var worse = replays.Worse(worsening, () => { }, CancellationToken.None);

        var forecast = Forecaster.AtShare(Outline(AgainstChampion()), new TrafficPicture(20, history, TimeSpan.FromMinutes(1), TimeSpan.Zero), CanaryConsole.Core.Percentage.FromPercent(5)).Of(worsening)!;
        Assert.Equal(0, worse.Missed);
        Assert.Equal(60, worse.Fired["Error rate against champion"]);
        Assert.InRange(worse.MedianTimeToSee!.Value.TotalMinutes, (forecast.After.TotalMinutes * 0.75) - 1, (forecast.After.TotalMinutes * 1.25) + 1);
        Assert.InRange(worse.MedianHarmed!.Value, forecast.Harmed * 0.5, forecast.Harmed * 1.6);
    }

    [Fact]
    public void Worse_FromALaterStep_CountsFromThatStep()
    {
        var replays = new Replays(Outline(AgainstChampion()), History(1_440), Lateness, 20, fromStep: 2, 1);

        var worse = replays.Worse(new Worsening(WorseningKind.Errors, 10), () => { }, CancellationToken.None);

        Assert.Equal(2, worse.FromStep);
        Assert.InRange(worse.MedianTimeToSee!.Value, Lateness + TimeSpan.FromMinutes(1), Lateness + TimeSpan.FromMinutes(4));
    }

    [Fact]
    public void Worse_TooLittleTraffic_IsMissed()
    {
        var replays = new Replays(Outline(AgainstChampion()), History(1_440, perSecond: 0.05, errorRate: 0.02), Lateness, 20, 0, 1);

        var worse = replays.Worse(new Worsening(WorseningKind.Errors, 2), () => { }, CancellationToken.None);

        Assert.InRange(worse.Missed, 18, 20);
        Assert.Equal((null, null), (worse.MedianTimeToSee, worse.MedianHarmed));
    }

    [Fact]
    public void Worsenings_SlowRequestsWereNotCounted_HaveNoSlowOnes()
    {
        var uncounted = History(60).ConvertAll(window => window with { SlowRequests = null });

        Assert.DoesNotContain(new Replays(Outline(), uncounted, Lateness, 10, 0, 1).Worsenings, worsening => worsening.Kind is WorseningKind.Slow);
        Assert.Contains(new Replays(Outline(), History(60), Lateness, 10, 0, 1).Worsenings, worsening => worsening.Kind is WorseningKind.Slow);
    }

    [Fact]
    public void Starts_PlanOfAWeek_IsReplayedLessOften()
    {
        var outline = Outline() with { Soak = TimeSpan.FromDays(7) };

        Assert.InRange(new Replays(outline, History(60), Lateness, 200, 0, 1).Starts, 5, 40);
    }

    [Fact]
    public void Healthy_Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        var replays = new Replays(Outline(), History(600), Lateness, 100, 0, 1);
        var steps = 0;

        Assert.Throws<OperationCanceledException>(() => replays.Healthy(() => { if (++steps == 3) { stop.Cancel(); } }, stop.Token));

        Assert.Equal(3, steps);
    }
}
