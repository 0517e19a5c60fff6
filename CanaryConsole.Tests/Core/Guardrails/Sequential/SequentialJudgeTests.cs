using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using static CanaryConsole.Tests.Core.Guardrails.GuardrailSamples;
using static CanaryConsole.Tests.Core.Guardrails.TrackSamples;

namespace CanaryConsole.Tests.Core.Guardrails;

public class SequentialJudgeTests
{
    [Fact]
    public void Assess_EnoughSettledRequestsWithinTheLimit_IsHealthy()
    {
        var (_, evidence, verdict) = Assess(Errors, View(Series(60, requests: 20), Series(60, requests: 380)));

        Assert.Equal(new Verdict.Healthy("error rate 0 % over 1,200 requests, limit 1 %: evidence 0.0 of the 5.7 that a rollback takes"), verdict);
        Assert.Equal((1_200, 1_200, 22_800), (evidence.Challenger.Requests, evidence.SettledRequests, evidence.Champion.Requests));
        Assert.InRange(evidence.LogEvidence!.Value, -3, 0);
        Assert.Equal(Math.Log(300), evidence.LogLimit!.Value, 9);
        Assert.Equal(0, evidence.Strength);
        Assert.Equal(60, evidence.Line!.Count);
        Assert.Null(evidence.TimeMissing);
    }

    [Fact]
    public void Assess_FewRequestsButManyOfThemBad_IsABreachWithoutTheMinimum()
    {
        var (_, evidence, verdict) = Assess(Errors, View(Series(2, requests: 20, errors: 4), Series(2, requests: 380)));

        Assert.StartsWith("error rate 20 % over 40 requests, limit 1 %: evidence 1", Assert.IsType<Verdict.Breach>(verdict).Reason, StringComparison.Ordinal);
        Assert.InRange(evidence.Strength, 1, 5);
        Assert.Equal(evidence.LogEvidence!.Value / evidence.LogLimit!.Value, evidence.Strength, 9);
    }

    [Fact]
    public void Assess_TooFewRequests_SaysHowManyMoreAndHowLong()
    {
        var (_, evidence, verdict) = Assess(Errors, View(Series(15, requests: 20), Series(15, requests: 380)));

        Assert.Equal(new Verdict.Inconclusive("300 of 500 requests on the challenger", 200), verdict);
        Assert.Equal(TimeSpan.FromSeconds(100), evidence.TimeMissing);
    }

    [Fact]
    public void Assess_EnoughRequestsButUnsettled_DoesNotPass()
    {
        var (_, evidence, verdict) = Assess(Errors, View(Series(30, requests: 20), Series(30, requests: 380), settleDelay: TimeSpan.FromMinutes(2)));

        Assert.Equal(new Verdict.Inconclusive("enough requests, waiting for the newest metrics to settle", 0), verdict);
        Assert.Equal(12, evidence.Line!.Count(point => point.Provisional));
    }

    [Fact]
    public void Assess_BeyondTheLimitOnUnsettledWindows_IsABreachAlready() => Assert.IsType<Verdict.Breach>(
        Assess(Errors, View(Series(6, requests: 20, errors: 4), Series(6, requests: 380), settleDelay: TimeSpan.FromMinutes(30))).Verdict);

    [Fact]
    public void Assess_EvidenceAboveHalfOfItsLine_DoesNotPass()
    {
        var windows = Series(60, requests: 20);
        windows[^1] = windows[^1] with { Errors = 5 };

        var (_, evidence, verdict) = Assess(Errors, View(windows, Series(60, requests: 380)));

        Assert.InRange(evidence.Strength, 0.5, 1);
        Assert.EndsWith("of the 5.7 that a rollback takes, too much to pass and too little to roll back", Assert.IsType<Verdict.Inconclusive>(verdict).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_HoursOfHealthThenFailure_ArePaidBackByNobody()
    {
        List<MetricWindow> windows = [.. Series(1_000, requests: 50), .. Series(3, requests: 50, errors: 10, startAt: 1_000)];

        Assert.IsType<Verdict.Breach>(Assess(Errors, View(windows, Series(1_003, requests: 950))).Verdict);
    }

    [Fact]
    public void Assess_NoRequestsLongAfterTheShareWasSet_IsNoDataNotHealth() => Assert.Equal(
        new Verdict.NoData("no request has reached the challenger at this share"), Assess(Errors, View([], Series(60, requests: 380), at: Since.AddMinutes(10))).Verdict);

    [Fact]
    public void Assess_MetricsStoppedArriving_IsNoDataThoughOldOnesWereHealthy()
    {
        var windows = Series(60, requests: 20);

        Assert.Equal(new Verdict.NoData("no challenger metrics since 03:10:00 UTC"), Assess(Errors, View(windows, Series(84, requests: 380), at: windows[^1].End.AddMinutes(4))).Verdict);
    }

    [Fact]
    public void Assess_SourceHasAProblem_IsBlindUnlessABreachIsProven()
    {
        Assert.Equal(new Verdict.Blind("throttled"), Assess(Errors, View(Series(60, requests: 20), Series(60, requests: 380), problem: "throttled")).Verdict);
        Assert.IsType<Verdict.Breach>(Assess(Errors, View(Series(60, requests: 20, errors: 4), Series(60, requests: 380), problem: "partial")).Verdict);
    }

    [Fact]
    public void Assess_Catastrophe_IsSeenEarlierThanByTheLimitAlone()
    {
        var bad = View(Series(1, requests: 3, errors: 3), Series(1, requests: 57));

        Assert.IsType<Verdict.Breach>(Assess(Errors, bad).Verdict);
        Assert.IsType<Verdict.Breach>(Assess(Catastrophes, bad).Verdict);
        Assert.Equal(Math.Log(300), Assess(Catastrophes, bad).Evidence.LogLimit!.Value, 9);
    }

    [Fact]
    public void Assess_SlowCountsOrOnlyPercentiles_BothShowABreachOfP99()
    {
        Assert.IsType<Verdict.Breach>(Assess(Slow, View(Series(60, requests: 20, slow: 1), Series(60, requests: 380))).Verdict);
        Assert.IsType<Verdict.Healthy>(Assess(Slow, View(Series(60, requests: 100), Series(60, requests: 380))).Verdict);
        Assert.IsType<Verdict.Breach>(Assess(Slow, View(Series(60, requests: 100, slow: null, p99: 140), Series(60, requests: 380))).Verdict);
    }

    [Fact]
    public void Assess_AgainstTheChampion_OnlyWorseIsABreach()
    {
        Assert.IsType<Verdict.Healthy>(Assess(Worse, View(Series(60, requests: 20, errors: 1), Series(60, requests: 380, errors: 19))).Verdict);
        Assert.IsType<Verdict.Breach>(Assess(Worse, View(Series(60, requests: 20, errors: 1), Series(60, requests: 380, errors: 1))).Verdict);
        Assert.Equal(new Verdict.NoData("the champion has no requests to compare with"), Assess(Worse, View(Series(60, requests: 20))).Verdict);
    }

    [Fact]
    public void Assess_MarginAgainstTheChampion_AllowsThatMuch()
    {
        var twice = Worse with { Rule = new GuardrailRule.ErrorRateAgainstChampion(2) };
        var view = View(Series(120, requests: 100, errors: 2), Series(120, requests: 100, errors: 1));

        Assert.IsType<Verdict.Breach>(Assess(Worse, view).Verdict);
        Assert.IsType<Verdict.Healthy>(Assess(twice, view).Verdict);
    }

    [Fact]
    public void Assess_ChampionWithoutTraffic_IsHeldAgainstTheBoundOfItsLastRate()
    {
        var before = Series(60, requests: 380, errors: 2);
        var asGood = View(Series(60, requests: 400, errors: 2, startAt: 60), before) with { ChampionFrozen = true, Since = Since.AddMinutes(10), WholeChampion = [] };
        var worse = asGood with { Challenger = Series(60, requests: 400, errors: 8, startAt: 60), WholeChallenger = Series(60, requests: 400, errors: 8, startAt: 60) };

        Assert.IsType<Verdict.Healthy>(Assess(Worse, asGood).Verdict);
        Assert.IsType<Verdict.Breach>(Assess(Worse, worse).Verdict);
    }

    [Fact]
    public void Assess_ErrorsThatWereNotDelivered_AreNoEvidence()
    {
        var clientErrors = Errors with { Rule = new GuardrailRule.ErrorRateLimit(CanaryConsole.Core.Percentage.FromPercent(1)) { Counted = ErrorKind.ClientErrors } };

        Assert.IsType<Verdict.NoData>(Assess(clientErrors, View(Series(60, requests: 20), Series(60, requests: 380), at: Since.AddMinutes(10))).Verdict);
    }
}
