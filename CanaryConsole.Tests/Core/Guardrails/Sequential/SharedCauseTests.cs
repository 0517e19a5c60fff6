using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using static CanaryConsole.Tests.Core.Guardrails.GuardrailSamples;
using static CanaryConsole.Tests.Core.Guardrails.TrackSamples;

namespace CanaryConsole.Tests.Core.Guardrails;

public class SharedCauseTests
{
    [Theory]
    [InlineData(20, 380)]
    [InlineData(200, 200)]
    public void Assess_BothArmsDegrade_IsASharedCause(int requests, int championRequests)
    {
        var view = View(
            [.. Series(60, requests), .. Series(30, requests, errors: requests / 10, startAt: 60)],
            [.. Series(60, championRequests), .. Series(30, championRequests, errors: championRequests / 10, startAt: 60)]);

        var verdict = Assert.IsType<Verdict.SharedCause>(Assess(Errors, view).Verdict);

        Assert.Contains("a shared cause, not the challenger", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_BothDegradeAndTheChallengerMore_IsABreach()
    {
        var view = View(
            [.. Series(60, 200), .. Series(30, 200, errors: 60, startAt: 60)],
            [.. Series(60, 200), .. Series(30, 200, errors: 10, startAt: 60)]);

        Assert.IsType<Verdict.Breach>(Assess(Errors, view).Verdict);
    }

    [Fact]
    public void Assess_OnlyTheChampionDegrades_IsHealthy()
    {
        var view = View(Series(90, 20), [.. Series(60, 380), .. Series(30, 380, errors: 38, startAt: 60)]);

        Assert.IsType<Verdict.Healthy>(Assess(Errors, view).Verdict);
    }

    [Fact]
    public void Assess_BothSlow_IsASharedCauseOfLatencyToo() => Assert.IsType<Verdict.SharedCause>(
        Assess(Slow, View(Series(60, 100, slow: 10), Series(60, 300, slow: 30))).Verdict);

    [Fact]
    public void Assess_SharedCauseIsOver_EvidenceBeginsAfreshAndHealthPasses()
    {
        var challenger = Windows(100, bad: 10);
        var champion = Windows(300, bad: 30);
        var track = Track(Errors);
        var verdicts = new List<Verdict>();
        for (var seen = 1; seen <= challenger.Count; seen++)
        {
            verdicts.Add(track.Assess(View([.. challenger.Take(seen)], [.. champion.Take(seen)], at: Since + (Period * seen), settleDelay: TimeSpan.FromMinutes(2)))[0].Verdict);
        }

        Assert.DoesNotContain(verdicts, verdict => verdict is Verdict.Breach);
        Assert.IsType<Verdict.SharedCause>(verdicts[65]);
        Assert.IsType<Verdict.Healthy>(verdicts[^1]);

        // Ten good minutes, five in which a tenth fails in both arms, twenty good ones.
        static List<MetricWindow> Windows(int requests, int bad) =>
            [.. Series(60, requests), .. Series(30, requests, errors: bad, startAt: 60), .. Series(120, requests, startAt: 90)];
    }

    [Fact]
    public void Assess_OnlyTheChampionRecovers_TheChallengerIsToBlame()
    {
        List<MetricWindow> challenger = [.. Series(30, 100, errors: 10), .. Series(60, 100, errors: 10, startAt: 30)];
        List<MetricWindow> champion = [.. Series(30, 300, errors: 30), .. Series(60, 300, startAt: 30)];
        var track = Track(Errors);
        var verdicts = Enumerable.Range(1, 90)
            .Select(seen => track.Assess(View([.. challenger.Take(seen)], [.. champion.Take(seen)], at: Since + (Period * seen), settleDelay: TimeSpan.FromMinutes(2)))[0].Verdict)
            .ToList();

        Assert.IsType<Verdict.SharedCause>(verdicts[29]);
        Assert.IsType<Verdict.Breach>(verdicts[^1]);
    }
}
