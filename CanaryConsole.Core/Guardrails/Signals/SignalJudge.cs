namespace CanaryConsole.Core.Guardrails;

/// <summary>The guardrails that are not about how many of the challenger's requests are bad. Each has its own judge. Pure.</summary>
public static class SignalJudge
{
    /// <summary>What the guardrail says; null where its rule is judged by request counts.</summary>
    public static GuardrailAssessment? Assess(Guardrail guardrail, GuardrailView view) => guardrail.Rule switch
    {
        GuardrailRule.UtilizationLimit rule => PointJudge.Assess(guardrail, view, PointLimit.Of(rule)),
        GuardrailRule.MetricLimit rule => PointJudge.Assess(guardrail, view, PointLimit.Of(rule)),
        GuardrailRule.AlarmState rule => AlarmJudge.Assess(guardrail, rule, view),
        GuardrailRule.InvocationsMissing rule => SilenceJudge.Assess(guardrail, rule, view),
        GuardrailRule.TrafficSplit => SplitJudge.Assess(guardrail, view),
        GuardrailRule.LatencyAgainstChampion when view.ChampionQuantiles is null => new GuardrailAssessment(
            guardrail, Evidence.None, new Verdict.NoData("the champion had no latency to fix before the challenger got traffic, so there is nothing to compare with")),
        _ => null,
    };
}
