using System.Reflection;
using System.Text.Json.Serialization;
using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Notifications;
using CanaryConsole.Core.Rollouts;
using static CanaryConsole.Tests.Core.Guardrails.GuardrailSamples;

namespace CanaryConsole.Tests.Core.Guardrails;

/// <summary>Every kind of rule and verdict has its words, those to come as well: a new one fails here until it has.</summary>
public class GuardrailWordsTests
{
    private static readonly GuardrailRule[] Rules =
    [
        new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(1)),
        new GuardrailRule.LatencyLimit(0.99, TimeSpan.FromMilliseconds(100)),
        new GuardrailRule.ErrorRateAgainstChampion(1) { Counted = ErrorKind.ClientErrors },
        new GuardrailRule.LatencyAgainstChampion(1.2),
        new GuardrailRule.UtilizationLimit(UtilizationKind.Memory, 85),
        new GuardrailRule.InvocationsMissing(TimeSpan.FromMinutes(5)),
        new GuardrailRule.MetricLimit(new MetricQuery([new MetricTerm("m1", "Shop", "Orders", new Dictionary<string, string>(), "Sum")], null, MetricUnit.Count), false, new Quantity(3, MetricUnit.Count)),
        new GuardrailRule.AlarmState("orders-low"),
        new GuardrailRule.TrafficSplit(),
    ];

    private static readonly Verdict[] Verdicts =
    [
        new Verdict.Healthy("fine"), new Verdict.Breach("bad"), new Verdict.Inconclusive("few", 3), new Verdict.NoData("none"), new Verdict.Blind("throttled"), new Verdict.SharedCause("both"),
    ];

    [Fact]
    public void Samples_OfEveryKind_AreThere()
    {
        Assert.Equal(Kinds<GuardrailRule>(), Rules.Select(rule => rule.GetType()).ToHashSet());
        Assert.Equal(Kinds<Verdict>(), Verdicts.Select(verdict => verdict.GetType()).ToHashSet());
    }

    [Fact]
    public void Words_EveryRuleAndVerdict_HaveSome()
    {
        foreach (var rule in Rules)
        {
            var guardrail = new Guardrail("it", rule, true, 500, 2, 3);
            Assert.NotEmpty(GuardrailWords.Rule(rule));
            foreach (var verdict in Verdicts)
            {
                var assessment = new GuardrailAssessment(guardrail, Evidence.None with { Challenger = new ArmEvidence(10, 1, null, null, null) }, verdict);
                Assert.Contains(GuardrailWords.Verdict(verdict), EvidenceText.Line(assessment), StringComparison.Ordinal);
                Assert.Contains(verdict.Reason, EvidenceWords.Held(assessment), StringComparison.Ordinal);
                Assert.NotEmpty(EvidenceWords.Held(new MissingRequests(1, 5), [assessment]));
            }
        }
    }

    [Fact]
    public void Assess_EveryRuleOnAnEmptyView_SaysSomethingAndNeitherPassesNorBreaches()
    {
        foreach (var guardrail in Rules.Select(rule => new Guardrail("it", rule, true, 500, 2, 3)))
        {
            Assert.True(GuardrailJudge.Assess(guardrail, View([], at: Since.AddMinutes(1))).Verdict is not (Verdict.Healthy or Verdict.Breach), guardrail.Rule.GetType().Name);
        }
    }

    private static HashSet<Type> Kinds<T>() => [.. typeof(T).GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(kind => kind.DerivedType)];
}
