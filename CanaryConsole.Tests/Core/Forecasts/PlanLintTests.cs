using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Guardrails;
using static CanaryConsole.Tests.Core.Forecasts.ForecastSamples;

namespace CanaryConsole.Tests.Core.Forecasts;

public class PlanLintTests
{
    [Fact]
    public void Check_DefaultsOnGoodTraffic_FindsNothing() => Assert.Empty(Check(Outline(), Traffic()));

    [Fact]
    public void Check_ErrorLimitOfEverything_CanNeverFire() => AssertFound(
        Check(Outline(ErrorLimit(100), AgainstChampion()), null),
        new LintFinding(false, "errorRateLimit", "\"Error rate below 100 %\" can never fire: no more than all requests can fail, and its limit is 100 %."));

    [Fact]
    public void Check_LatencyLimitOfAMinute_CanNeverFire() => AssertFound(
        Check(Outline(P99(60_000)), null),
        new LintFinding(false, "latencyP99LimitMs", "\"p99 below 60000 ms\" can never fire: SageMaker gives up on an answer after 60 s, and its limit is 60 s."));

    [Fact]
    public void Check_AverageOfAZeroOrOneMetricAboveOne_CanNeverFire()
    {
        var query = new MetricQuery([new MetricTerm("m1", "AWS/SageMaker", "Invocation4XXErrors", new Dictionary<string, string>(), "Average")], null, MetricUnit.None);
        var rule = new GuardrailRule.MetricLimit(query, Above: true, new Quantity(1, MetricUnit.None));

        AssertFound(
            Check(Outline(ErrorLimit(), new Guardrail("4xx", rule, true, 1, 1, 1)) with { Listed = true }, null),
            new LintFinding(true, "guardrails[1]", "\"4xx\" can never fire: Invocation4XXErrors is 0 or 1 for each request, so its Average is at most 1, and the limit is 1."));
    }

    [Fact]
    public void Check_UnreachableButObserving_OnlyWarns()
    {
        var findings = Check(Outline(ErrorLimit(100) with { Enforcing = false }, AgainstChampion()) with { Listed = true }, null);

        Assert.False(Assert.Single(findings).IsError);
    }

    [Fact]
    public void Check_SilenceLongerThanTheBake_Warns() => AssertFound(
        Check(Outline(ErrorLimit(), new Guardrail("silence", new GuardrailRule.InvocationsMissing(TimeSpan.FromMinutes(15)), true, 1, 1, 1)), null),
        new LintFinding(false, "guardrails", "\"silence\" looks back over 15 min, longer than the bake of 10 min it is to end."));

    [Fact]
    public void Check_ChampionAboveTheErrorLimit_WouldRollTheHealthyBack() => AssertFound(
        Check(Outline(ErrorLimit(0.5)), Traffic(errorRate: 0.012)),
        new LintFinding(false, "errorRateLimit", "\"Error rate below 0.5 %\" would roll a healthy challenger back: the champion's own error rate is 1.2 % now, and the limit is 0.5 %."));

    [Fact]
    public void Check_ChampionAboveTheLatencyLimit_WouldRollTheHealthyBack() => AssertFound(
        Check(Outline(P99(50)), Traffic(p99: 60)),
        new LintFinding(false, "latencyP99LimitMs", "\"p99 below 50 ms\" would roll a healthy challenger back: the champion's own p99 is 60 ms now, and the limit is 50 ms."));

    [Fact]
    public void Check_TooFewRequestsForAPercentile_Warns() => Assert.Contains(
        Check(Outline(P99()), Traffic(perSecond: 0.2)),
        finding => finding.Reason == "\"p99 below 100 ms\" needs 1,000 requests before its percentile means anything; the whole plan brings the challenger about 456.");

    [Fact]
    public void Check_TrafficThatCannotShowTenTimesTheErrors_Warns() => Assert.Contains(
        Check(Outline(AgainstChampion()), Traffic(perSecond: 1, errorRate: 1.0 / 60) with { RequestsPerSecond = 0.01 }),
        finding => finding is { Field: "steps", IsError: false } && finding.Reason.StartsWith("10 times the champion's errors would not be seen in the whole plan", StringComparison.Ordinal));

    [Fact]
    public void Check_SameRuleTwice_Warns() => AssertFound(
        Check(Outline(ErrorLimit(), ErrorLimit() with { Name = "again" }), null),
        new LintFinding(false, "errorRateLimit", "\"again\" watches the same as \"Error rate below 1 %\" and takes a part of the budget for it."));

    [Fact]
    public void Check_BudgetSplitThin_Warns() => AssertFound(
        Check(Outline(ErrorLimit() with { BudgetWeight = 0.01 }, AgainstChampion()), null),
        new LintFinding(
            false, "errorRateLimit", "\"Error rate below 1 %\" has 0.0099 % of the false-rollback budget of 1 %: so little that it is slow to see anything. Give it more weight, or have fewer guardrails."));

    [Fact]
    public void Check_NothingEnforces_Warns() => AssertFound(
        Check(Outline(ErrorLimit() with { Enforcing = false }), null),
        new LintFinding(false, "guardrails", "No guardrail enforces: whatever they see, nothing goes back by itself."));

    [Fact]
    public void Check_AllIgnoreMissingData_Warns() => AssertFound(
        Check(Outline(ErrorLimit() with { MissingEvidence = MissingEvidence.Ignore }), null),
        new LintFinding(false, "guardrails", "Every guardrail ignores missing data: with no metrics at all none has a say, and the step is held until its deadline."));

    [Fact]
    public void Check_AutomaticRollbackOff_Warns() => Assert.Equal("autoRollback", Assert.Single(Check(Outline() with { AutoRollback = false }, null)).Field);

    private static IReadOnlyList<LintFinding> Check(PlanOutline outline, TrafficPicture? traffic) =>
        PlanLint.Check(outline, traffic, traffic is null ? null : Forecaster.Of(outline, traffic, Start));

    private static void AssertFound(IReadOnlyList<LintFinding> findings, LintFinding expected) => Assert.Equal(expected, Assert.Single(findings));
}
