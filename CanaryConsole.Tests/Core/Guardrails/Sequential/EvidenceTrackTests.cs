using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using static CanaryConsole.Tests.Core.Guardrails.GuardrailSamples;
using static CanaryConsole.Tests.Core.Guardrails.TrackSamples;

namespace CanaryConsole.Tests.Core.Guardrails;

public class EvidenceTrackTests
{
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Assess_WindowsInManyLooksOrInOne_ComeToTheSame(int seed)
    {
        var random = new Random(seed);
        var (challenger, champion) = (Drawn(random, 200, 25, 0.012), Drawn(random, 200, 225, 0.008));
        var track = Track(Catastrophes, Slow, Worse);
        for (var seen = 1; seen < 200; seen += random.Next(1, 9))
        {
            track.Assess(Seen(seen, challenger, champion));
        }

        var inPieces = track.Assess(Seen(200, challenger, champion));
        var atOnce = Track(Catastrophes, Slow, Worse).Assess(Seen(200, challenger, champion));

        Assert.Equal(atOnce.Select(one => one.Evidence.LogEvidence), inPieces.Select(one => one.Evidence.LogEvidence));
        Assert.Equal(atOnce.Select(one => one.Verdict), inPieces.Select(one => one.Verdict));
    }

    [Fact]
    public void Assess_ProvisionalWindowsThatAreTakenBack_LeaveNoTrace()
    {
        var (challenger, champion) = (Series(30, requests: 20), Series(30, requests: 380));
        var scare = challenger.Select((window, index) => index >= 27 ? window with { Errors = 3 } : window).ToList();
        var track = Track(Errors);
        var alarmed = track.Assess(Seen(30, scare, champion))[0];

        var after = track.Assess(Seen(30, challenger, champion))[0];

        Assert.IsType<Verdict.Breach>(alarmed.Verdict);
        Assert.Equal(Track(Errors).Assess(Seen(30, challenger, champion))[0].Evidence.LogEvidence, after.Evidence.LogEvidence);
        Assert.Equal(0, after.Evidence.IgnoredCorrections);
    }

    [Fact]
    public void Assess_SettledWindowCorrectedLater_IsNotTakenAndCounted()
    {
        var (challenger, champion) = (Series(60, requests: 20), Series(60, requests: 380));
        var track = Track(Errors);
        var before = track.Assess(Seen(60, challenger, champion))[0];
        challenger[45] = challenger[45] with { Errors = 20 };

        var after = track.Assess(Seen(60, challenger, champion))[0];

        Assert.Equal((before.Evidence.LogEvidence, 1), (after.Evidence.LogEvidence, after.Evidence.IgnoredCorrections));
    }

    [Fact]
    public void Assess_ChallengersMetricsTenMinutesLate_AreWaitedForAndStillBreach()
    {
        var (challenger, champion) = (Series(120, requests: 20, errors: 4), Series(120, requests: 380));
        var track = Track(Errors);
        for (var seen = 1; seen <= 60; seen++)
        {
            track.Assess(Seen(seen, [], champion));
        }

        Assert.IsType<Verdict.Breach>(track.Assess(Seen(63, challenger[..3], champion))[0].Verdict);
    }

    [Fact]
    public void Assess_AReadingThatWasNotWhole_FoldsNothing()
    {
        var (challenger, champion) = (Series(60, requests: 20), Series(60, requests: 380));
        var track = Track(Errors);
        var partial = challenger.Select(window => window with { Errors = 1 }).ToList();
        track.Assess(Seen(60, partial, champion) with { Problem = "partial" });

        var after = track.Assess(Seen(60, challenger, champion))[0];

        Assert.Equal(Track(Errors).Assess(Seen(60, challenger, champion))[0].Evidence.LogEvidence, after.Evidence.LogEvidence);
    }

    [Fact]
    public void Assess_ShareChanges_EvidenceRunsOnAndCountsBeginAnew()
    {
        var (challenger, champion) = (Series(60, requests: 20, errors: 0), Series(60, requests: 380));
        challenger[29] = challenger[29] with { Errors = 4 };
        var track = Track(Errors);
        var before = track.Assess(Seen(30, challenger, champion))[0];
        var moved = Seen(31, challenger, champion);

        var after = track.Assess(moved with { Since = Since.AddMinutes(5), Challenger = [.. challenger[30..31]], Champion = [.. champion[30..31]] })[0];

        Assert.InRange(after.Evidence.LogEvidence!.Value, before.Evidence.LogEvidence!.Value - 1, before.Evidence.LogEvidence!.Value);
        Assert.Equal(20, after.Evidence.Challenger.Requests);
    }

    [Fact]
    public void Assess_LongRollout_TheLineKeepsItsPeakAndItsNewestPoint()
    {
        var (challenger, champion) = (Series(1_000, requests: 20), Series(1_000, requests: 380));
        challenger[333] = challenger[333] with { Errors = 5 };
        var track = Track(Errors);
        GuardrailAssessment? last = null;
        for (var seen = 1; seen <= 1_000; seen++)
        {
            last = track.Assess(Seen(seen, challenger, champion))[0];
        }

        var line = last!.Evidence.Line!;
        Assert.InRange(line.Count, 60, 120);
        Assert.Equal(challenger[333].End, line.MaxBy(point => point.LogEvidence)!.At);
        Assert.Equal(challenger[999].End, line[^1].At);
        Assert.Equal(line.OrderBy(point => point.At), line);
    }

    [Fact]
    public void Assess_BlindAndThenNot_KeepsItsOwnClock()
    {
        var (challenger, champion) = (Series(60, requests: 20), Series(60, requests: 380));
        var track = Track(Errors);
        track.Assess(Seen(50, challenger, champion) with { Problem = "throttled" });

        var still = track.Assess(Seen(55, challenger, champion) with { Problem = "throttled" })[0].Evidence.MissingSince;

        Assert.Equal(Since + (Period * 50), still);
        Assert.Null(track.Assess(Seen(60, challenger, champion))[0].Evidence.MissingSince);
    }

    [Fact]
    public void Assess_GatewayCountsToo_SpeaksLongBeforeTheMetricsAndIsNotAddedUp()
    {
        var terms = Terms with { PlannedSeconds = 5_400 };
        var track = new EvidenceTrack([(Catastrophes, terms)], hasGateway: true);
        var seconds = Enumerable.Range(0, 8).Select(second => new MetricWindow(Since.AddSeconds(second), TimeSpan.FromSeconds(1), 4, second < 4 ? 0 : 3, null, null, null, null)).ToList();
        var champion = seconds.Select(second => second with { Requests = 36, Errors = 0 }).ToList();
        var view = View([], [], at: Since.AddSeconds(8));

        var calm = track.Assess(view with { Gateway = new GatewayView(seconds[..4], champion[..4], 0) })[0];
        var alarmed = track.Assess(view with { Gateway = new GatewayView(seconds, champion, 0) })[0];

        Assert.IsType<Verdict.Inconclusive>(calm.Verdict);
        Assert.StartsWith("error rate 37.5 % over 32 requests, limit 1 %, counted by the gateway: ", Assert.IsType<Verdict.Breach>(alarmed.Verdict).Reason, StringComparison.Ordinal);
        Assert.Equal((true, 32, 12, 288), (alarmed.Evidence.FromGateway, alarmed.Evidence.Challenger.Requests, alarmed.Evidence.Challenger.Bad, alarmed.Evidence.Champion.Requests));
        var metrics = View(Series(1, requests: 32, errors: 12), Series(1, requests: 288), at: Since.AddSeconds(20));
        Assert.Equal(alarmed.Evidence.LogEvidence!.Value, track.Assess(metrics with { Gateway = new GatewayView(seconds, champion, 0) })[0].Evidence.LogEvidence!.Value, 6);
    }

    /// <summary>A look just after the nth window.</summary>
    private static GuardrailView Seen(int windows, List<MetricWindow> challenger, List<MetricWindow> champion) => View(
        [.. challenger.Take(windows)], [.. champion.Take(windows)], at: Since + (Period * windows), settleDelay: Settle);
}
