using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Notifications;

namespace CanaryConsole.Tests.Core.Notifications;

public sealed class EvidenceTextTests
{
    [Fact]
    public void Line_RuleOnOneNumber_SpeaksOfNoRequests() => Assert.Equal(
        "- It (alarm ranker-5xx not in ALARM): breach. because.", Line(new GuardrailRule.AlarmState("ranker-5xx"), Evidence.None));

    [Fact]
    public void Line_TrafficSplit_CountsTheRequestsOfBothArms() => Assert.EndsWith(
        "Challenger: 6,200 requests. Champion: 3,800 requests.",
        Line(new GuardrailRule.TrafficSplit(), Evidence.None with { Challenger = ArmEvidence.None with { Requests = 6_200 }, Champion = ArmEvidence.None with { Requests = 3_800 } }));

    [Fact]
    public void Line_Sequential_TellsItsEvidence() => Assert.EndsWith(
        "Evidence 6.2 of the 5.7 that make a breach.",
        Line(new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(1)), Evidence.None with { LogEvidence = 6.21, LogLimit = 5.7 }));

    private static string Line(GuardrailRule rule, Evidence evidence) =>
        EvidenceText.Line(new GuardrailAssessment(new Guardrail("It", rule, true, 1, 1, 1), evidence, new Verdict.Breach("because")));
}
