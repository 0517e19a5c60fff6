using CanaryConsole.Core.Guardrails;
using CanaryConsole.Presentation;

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

        Assert.Equal(new ArmLine("57 ms", null, "2 of 540 slower than 100 ms"), line.Challenger);
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

    private static GuardrailLine First(RolloutBuilder rollout) => GuardrailLine.Of(rollout.Assessments[0]);
}
