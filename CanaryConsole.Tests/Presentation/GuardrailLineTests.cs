using CanaryConsole.Core.Guardrails;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Guards;
using CanaryConsole.Tests.Components;

namespace CanaryConsole.Tests.Presentation;

public class GuardrailLineTests
{
    [Fact]
    public void Of_ErrorRate_ShowsEstimateIntervalAndCounts()
    {
        var line = First(new RolloutBuilder().BakingAt25().Building());

        Assert.Equal(new ArmLine("0.64 %", "0.12 – 1.0", "2 of 312"), line.Challenger);
        Assert.Equal(new ArmLine("0.10 %", "0.05 – 0.18", "4 of 4,100"), line.Champion);
    }

    [Fact]
    public void Of_Latency_CountsTheSlowOnes()
    {
        var line = GuardrailLine.Of(new RolloutBuilder().BakingAt25().Healthy().Assessments[1]);

        Assert.Equal(new ArmLine("57 ms", null, "2 of 540 slower than 100 ms, 0.37 % (0.12 – 1.0)"), line.Challenger);
    }

    [Fact]
    public void Of_Inconclusive_SaysHowManyRequestsToGo() => Assert.Equal(
        "188 of 500 requests to go", First(new RolloutBuilder().BakingAt25().Building()).Missing);

    [Fact]
    public void Of_Breach_SaysHowManyLooksFailed() => Assert.Equal(
        "2 of the last 3 looks failed, 2 make a breach", First(new RolloutBuilder().BakingAt25().Breached()).Missing);

    [Fact]
    public void Of_OneFailedLook_SaysHowManyMakeABreach()
    {
        var assessment = new RolloutBuilder().BakingAt25().Healthy().Assessments[0];

        var line = GuardrailLine.Of(assessment with { Evidence = assessment.Evidence with { LooksFailed = 1 }, Verdict = new Verdict.Inconclusive("x", 0) });

        Assert.Equal("1 of 2 failed looks needed in the last 3", line.Missing);
    }

    [Fact]
    public void Of_NoRequests_IsADashNotAZero()
    {
        var assessment = new RolloutBuilder().BakingAt25().Healthy().Assessments[0];

        var line = GuardrailLine.Of(assessment with { Evidence = Evidence.None, Verdict = new Verdict.NoData("nothing yet") });

        Assert.Equal(new ArmLine("–", null, null), line.Challenger);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Of_StrengthThatIsNoNumber_IsNone(double strength)
    {
        var assessment = new RolloutBuilder().BakingAt25().Healthy().Assessments[0];

        Assert.Equal(0, GuardrailLine.Of(assessment with { Evidence = assessment.Evidence with { Strength = strength } }).Strength);
    }

    [Fact]
    public void Of_Sequential_SaysWhatIsMissingInRequestsAndMinutes()
    {
        var line = GuardrailLine.Of(SnapshotBuilder.Assessment(
            new Verdict.Inconclusive("not yet enough to call it worse", 190), Sequential(), SnapshotBuilder.Sequential([0, 2.1], timeMissing: TimeSpan.FromMinutes(6))));

        Assert.Equal("190 more requests to go, about 6 min at this pace", line.Missing);
        Assert.Equal((2.1, 5.7), (line.Picture!.Now, line.Picture.Limit));
    }

    [Fact]
    public void Of_Sequential_TellsItsPartOfTheBudgetByTheEnginesOwnLimit() => Assert.Equal(
        ["at every look, false alarm at most 1 in 300", "catastrophe tier", "holds and calls, does not roll back", "silence is a breach at the end of the bake"],
        GuardrailLine.Of(SnapshotBuilder.Assessment(
            new Verdict.Healthy("within the limit"),
            Sequential() with { CatastropheTier = true, Severity = Severity.Warning, MissingEvidence = MissingEvidence.Breach },
            SnapshotBuilder.Sequential([0, 0.2], limit: Math.Log(300)))).Traits);

    [Fact]
    public void Of_RuleWithoutRequests_HasNoArms()
    {
        var line = GuardrailLine.Of(SnapshotBuilder.Assessment(
            new Verdict.Healthy("no alarm"), new Guardrail("ranker-5xx is quiet", new GuardrailRule.AlarmState("ranker-5xx"), true, 1, 1, 1)));

        Assert.Null(line.Challenger);
        Assert.Null(line.Champion);
    }

    [Fact]
    public void Of_BlindGuardrail_SaysSinceWhen()
    {
        var since = SnapshotBuilder.Now.AddMinutes(-3);

        Assert.Equal(since, GuardrailLine.Of(SnapshotBuilder.Assessment(new Verdict.Blind("throttled")), since).UnseenSince);
        Assert.Null(GuardrailLine.Of(SnapshotBuilder.Assessment(new Verdict.Healthy("fine")), since).UnseenSince);
    }

    private static Guardrail Sequential() => SnapshotBuilder.ErrorRate() with { Test = GuardTest.Sequential };

    private static GuardrailLine First(RolloutBuilder rollout) => GuardrailLine.Of(rollout.Assessments[0]);
}
