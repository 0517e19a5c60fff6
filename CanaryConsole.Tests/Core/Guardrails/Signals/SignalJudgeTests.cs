using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using static CanaryConsole.Tests.Core.Guardrails.Signals.SignalViews;

namespace CanaryConsole.Tests.Core.Guardrails.Signals;

public sealed class SignalJudgeTests
{
    [Fact]
    public void Assess_RulesOnRequestCounts_AreNotItsBusiness()
    {
        Assert.Null(SignalJudge.Assess(Of(new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(1))), View()));
        Assert.Null(SignalJudge.Assess(Of(new GuardrailRule.LatencyLimit(0.99, TimeSpan.FromMilliseconds(100))), View()));
        Assert.Null(SignalJudge.Assess(Of(new GuardrailRule.ErrorRateAgainstChampion(1)), View()));
    }

    [Fact]
    public void Assess_LatencyAgainstAChampionWithoutLatency_SaysWhatItLacks()
    {
        var guardrail = Of(new GuardrailRule.LatencyAgainstChampion(1));
        var frozen = new FrozenQuantiles(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(3), 1, Since, At);

        Assert.IsType<Verdict.NoData>(SignalJudge.Assess(guardrail, View())!.Verdict);
        Assert.Null(SignalJudge.Assess(guardrail, View() with { ChampionQuantiles = frozen }));
    }

    [Fact]
    public void Assess_WithNothingAtAll_NeverPassesAndNeverBreaches()
    {
        GuardrailRule[] rules =
        [
            new GuardrailRule.UtilizationLimit(UtilizationKind.Memory, 90),
            new GuardrailRule.AlarmState("a"),
            new GuardrailRule.InvocationsMissing(TimeSpan.FromMinutes(5)),
            new GuardrailRule.TrafficSplit(),
            new GuardrailRule.MetricLimit(
                new MetricQuery([new MetricTerm("m", "N", "M", new Dictionary<string, string>(), "Sum")], null, MetricUnit.None), true, new Quantity(1, MetricUnit.None)),
        ];

        Assert.All(rules, rule => Assert.False(Judge(rule, View()) is Verdict.Healthy or Verdict.Breach));
    }
}
