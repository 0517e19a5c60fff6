using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using static CanaryConsole.Tests.Core.Guardrails.GuardrailSamples;

namespace CanaryConsole.Tests.Core.Guardrails;

public class GuardrailJudgeTests
{
    [Fact]
    public void Assess_EnoughSettledRequestsWithinTheLimit_IsHealthy()
    {
        var verdict = Judge(ErrorRate, View(Series(60, requests: 20)));

        Assert.Equal(new Verdict.Healthy("error rate 0 % over 500 requests, limit 1 %"), verdict);
    }

    [Fact]
    public void Assess_TooFewRequests_SaysHowManyMore()
    {
        var verdict = Judge(ErrorRate, View(Series(15, requests: 20)));

        Assert.Equal(new Verdict.Inconclusive("300 of 500 requests on the challenger", 200), verdict);
    }

    [Fact]
    public void Assess_EnoughRequestsButUnsettled_DoesNotPass()
    {
        var verdict = Judge(ErrorRate, View(Series(30, requests: 20), settleDelay: TimeSpan.FromMinutes(2)));

        Assert.Equal(new Verdict.Inconclusive("enough requests, waiting for the newest metrics to settle", 0), verdict);
    }

    [Fact]
    public void Assess_BeyondTheLimitOnUnsettledWindows_IsABreachAlready()
    {
        var verdict = Judge(ErrorRate, View(Series(30, requests: 20, errors: 2), settleDelay: TimeSpan.FromMinutes(30)));

        Assert.Equal(new Verdict.Breach("error rate 10 % over 500 requests, limit 1 %"), verdict);
    }

    [Fact]
    public void Assess_OneFailedLookOfThree_AsksForAnother()
    {
        var windows = Series(60, requests: 20);
        windows[^1] = windows[^1] with { Errors = 6 };

        var verdict = Judge(ErrorRate, View(windows));

        Assert.Equal(new Verdict.Inconclusive("error rate 1.2 % over 500 requests, limit 1 % in 1 of the last 3 looks; 2 make a breach", 0), verdict);
    }

    [Fact]
    public void Assess_LongHealthThenFailure_IsNotDilutedByTheHealth()
    {
        List<MetricWindow> windows = [.. Series(1_000, requests: 50), .. Series(12, requests: 50, errors: 4, startAt: 1_000)];

        Assert.IsType<Verdict.Breach>(Judge(ErrorRate, View(windows)));
    }

    [Fact]
    public void Assess_NoRequestsLongAfterTheShareWasSet_IsNoDataNotHealth()
    {
        var verdict = Judge(ErrorRate, View([], at: Since.AddMinutes(10)));

        Assert.Equal(new Verdict.NoData("no request has reached the challenger at this share"), verdict);
    }

    [Fact]
    public void Assess_MetricsStoppedArriving_IsNoDataThoughOldOnesWereHealthy()
    {
        var windows = Series(60, requests: 20);

        var verdict = Judge(ErrorRate, View(windows, at: windows[^1].End.AddMinutes(4)));

        Assert.Equal(new Verdict.NoData("no challenger metrics since 03:10:00 UTC"), verdict);
    }

    [Fact]
    public void Assess_SourceHasAProblem_IsBlindNotHealthy()
    {
        Assert.Equal(new Verdict.Blind("throttled"), Judge(ErrorRate, View(Series(60, requests: 20), problem: "throttled")));
    }

    [Fact]
    public void Assess_SourceHasAProblemButABreachIsProven_IsABreach()
    {
        Assert.IsType<Verdict.Breach>(Judge(ErrorRate, View(Series(60, requests: 20, errors: 3), problem: "partial")));
    }

    [Fact]
    public void Assess_P99_NeedsAThousandRequests()
    {
        Assert.Equal(new Verdict.Inconclusive("600 of 1,000 requests on the challenger", 400), Judge(Latency, View(Series(30, requests: 20))));
    }

    [Fact]
    public void Assess_MoreThanOnePercentSlower_IsABreachOfP99()
    {
        var verdict = Judge(Latency, View(Series(60, requests: 20, slow: 1)));

        Assert.Equal(new Verdict.Breach("5 % of 1,000 requests slower than 100 ms, at most 1 % allowed"), verdict);
    }

    [Fact]
    public void Assess_SlowCountNotDelivered_FallsBackToTheWindowsPercentile()
    {
        Assert.IsType<Verdict.Breach>(Judge(Latency, View(Series(20, requests: 100, slow: null, p99: 140))));
        Assert.IsType<Verdict.Healthy>(Judge(Latency, View(Series(20, requests: 100, slow: null, p99: 60))));
    }

    [Fact]
    public void Assess_AsBadAsTheChampion_IsHealthyAgainstIt()
    {
        var verdict = Judge(Comparison, View(Series(60, requests: 20, errors: 1), Series(60, requests: 380, errors: 19)));

        Assert.IsType<Verdict.Healthy>(verdict);
    }

    [Fact]
    public void Assess_FewErrorsByChance_AreNotWorseThanTheChampion()
    {
        var windows = Series(25, requests: 20);
        windows[3] = windows[3] with { Errors = 2 };

        Assert.IsType<Verdict.Healthy>(Judge(Comparison, View(windows, Series(25, requests: 380, slow: 0).Select((window, index) => index % 6 == 0 ? window with { Errors = 1 } : window).ToList())));
    }

    [Fact]
    public void Assess_ClearlyWorseThanTheChampion_IsABreach()
    {
        Assert.IsType<Verdict.Breach>(Judge(Comparison, View(Series(60, requests: 20, errors: 1), Series(60, requests: 380, errors: 0))));
    }

    [Fact]
    public void Assess_ChampionWithoutRequests_HasNothingToCompareWith()
    {
        Assert.IsType<Verdict.NoData>(Judge(Comparison, View(Series(60, requests: 20))));
    }

    [Fact]
    public void Assess_BothArmsBeyondTheLimit_IsASharedCause()
    {
        var both = View(Series(60, requests: 20, errors: 2), Series(60, requests: 380, errors: 38));

        Assert.Equal(
            "error rate 10 % over 500 requests, limit 1 %, and the champion is as bad (10 % of its 22,800 requests failed): a shared cause, not the challenger",
            Assert.IsType<Verdict.SharedCause>(Judge(ErrorRate, both)).Reason);
        Assert.IsType<Verdict.Breach>(Judge(ErrorRate, both with { ChampionFrozen = true }));
        Assert.IsType<Verdict.Breach>(Judge(ErrorRate, View(Series(60, requests: 20, errors: 8), Series(60, requests: 380, errors: 38))));
    }

    private static Verdict Judge(Guardrail guardrail, GuardrailView view) => GuardrailJudge.Assess(guardrail, view).Verdict;
}
