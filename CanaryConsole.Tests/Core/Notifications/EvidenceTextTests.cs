using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Notifications;

namespace CanaryConsole.Tests.Core.Notifications;

public sealed class EvidenceTextTests
{
    public static TheoryData<GuardrailRule, string> Rules() => new()
    {
        { new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(1)) { Counted = ErrorKind.ClientErrors }, "(4xx answers at most 1 %)" },
        { new GuardrailRule.ErrorRateAgainstChampion(1.5) { Counted = ErrorKind.All }, "(4xx answers and errors at most 1.5 times the champion's)" },
        { new GuardrailRule.LatencyLimit(0.999, TimeSpan.FromMilliseconds(100)), "(p99.9 at most 100 ms)" },
        { new GuardrailRule.LatencyAgainstChampion(1), "(latency at most 1 times the champion's odds of a slow request)" },
        { new GuardrailRule.UtilizationLimit(UtilizationKind.Memory, 85), "(memory at most 85 %)" },
        { new GuardrailRule.InvocationsMissing(TimeSpan.FromMinutes(5)), "(requests within 5 min)" },
        { new GuardrailRule.MetricLimit(new MetricQuery([new("m", "Shop", "Baskets", new Dictionary<string, string>(), "Sum")], null, MetricUnit.Count), false, new Quantity(4, MetricUnit.Count)), "(Baskets at least 4)" },
        { new GuardrailRule.AlarmState("ranker-5xx"), "(alarm ranker-5xx quiet)" },
        { new GuardrailRule.TrafficSplit(), "(traffic split as set)" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Line_EveryRule_IsSaidInWords(GuardrailRule rule, string said) => Assert.Contains(said, Line(rule, Evidence.None));

    [Fact]
    public void Line_EveryKindOfRule_HasACaseHere() => Assert.Equal(
        typeof(GuardrailRule).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(GuardrailRule))).Select(type => type.Name).Order(),
        Rules().Select(row => row[0].GetType().Name).Order());

    [Fact]
    public void Line_Sequential_TellsItsEvidence() => Assert.EndsWith(
        "Evidence 6.2 of the 5.7 that make a breach.",
        Line(new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(1)), Evidence.None with { LogEvidence = 6.21, LogLimit = 5.7 }));

    private static string Line(GuardrailRule rule, Evidence evidence) =>
        EvidenceText.Line(new GuardrailAssessment(new Guardrail("It", rule, true, 1, 1, 1), evidence, new Verdict.Breach("because")));
}
