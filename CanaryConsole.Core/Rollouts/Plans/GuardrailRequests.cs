using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts.Plans;

/// <summary>From a plan's guardrails back to requests that would make them again. Pure.</summary>
internal static class GuardrailRequests
{
    /// <summary>Null where the three usual limits, alike in everything else, say it all: what every console before could make.</summary>
    public static IReadOnlyList<GuardrailRequest>? Of(RolloutPlan plan) => IsUsual(plan.Guardrails) ? null : [.. plan.Guardrails.Select(Of)];

    private static bool IsUsual(IReadOnlyList<Guardrail> guardrails) =>
        guardrails.All(guardrail => IsUsual(guardrail) && Counts(guardrail) == Counts(guardrails[0]))
        && guardrails.GroupBy(guardrail => guardrail.Rule.GetType()).All(kind => kind.Count() == 1);

    private static bool IsUsual(Guardrail guardrail) =>
        guardrail is { Enforcing: true, Severity: Severity.Critical, MissingEvidence: MissingEvidence.Hold, BudgetWeight: 1 }
        && guardrail.CatastropheTier == guardrail is { Test: GuardTest.Sequential, Rule: GuardrailRule.ErrorRateLimit }
        && guardrail.Rule is GuardrailRule.ErrorRateLimit { Counted: ErrorKind.Failures } or GuardrailRule.ErrorRateAgainstChampion { Counted: ErrorKind.Failures } or GuardrailRule.LatencyLimit { Percentile: 0.99 };

    private static (int Requests, int Failed, int Looks, GuardTest Test) Counts(Guardrail guardrail) =>
        (guardrail.MinimumRequests, guardrail.FailedLooks, guardrail.Looks, guardrail.Test);

    private static GuardrailRequest Of(Guardrail guardrail)
    {
        var (request, kind) = Rule(guardrail.Rule);
        return request with
        {
            Kind = kind,
            Name = guardrail.Name,
            Enforcing = guardrail.Enforcing,
            Severity = RequestWords.Name(guardrail.Severity),
            MissingData = RequestWords.Name(guardrail.MissingEvidence),
            Test = Has(kind, "test") ? RequestWords.Name(guardrail.Test) : null,
            BudgetWeight = Has(kind, "budgetWeight") ? guardrail.BudgetWeight : null,
            CatastropheTier = Has(kind, "catastropheTier") && guardrail.Test is GuardTest.Sequential ? guardrail.CatastropheTier : null,
            MinimumRequests = Has(kind, "minimumRequests") ? guardrail.MinimumRequests : null,
            FailedLooks = Has(kind, "failedLooks") ? guardrail.FailedLooks : null,
            Looks = Has(kind, "looks") ? guardrail.Looks : null,
        };
    }

    private static bool Has(string kind, string field) => GuardrailKinds.Find(kind)!.Fields.Contains(field, StringComparer.Ordinal);

    private static (GuardrailRequest Request, string Kind) Rule(GuardrailRule rule)
    {
        var blank = new GuardrailRequest { Kind = "" };
        return rule switch
        {
            GuardrailRule.ErrorRateLimit limit => (blank with { Limit = limit.Limit.Fraction, Counted = RequestWords.Name(limit.Counted) }, GuardrailKinds.ErrorRateLimit),
            GuardrailRule.ErrorRateAgainstChampion against => (blank with { Ratio = against.Ratio, Counted = RequestWords.Name(against.Counted) }, GuardrailKinds.ErrorRateAgainstChampion),
            GuardrailRule.LatencyLimit limit => (blank with { Limit = limit.Limit.TotalMilliseconds, Percentile = limit.Percentile }, GuardrailKinds.LatencyLimit),
            GuardrailRule.LatencyAgainstChampion against => (blank with { Ratio = against.Ratio }, GuardrailKinds.LatencyAgainstChampion),
            GuardrailRule.UtilizationLimit limit => (blank with { Limit = limit.LimitPercent, Resource = RequestWords.Name(limit.Kind) }, GuardrailKinds.UtilizationLimit),
            GuardrailRule.InvocationsMissing silence => (blank with { Minutes = silence.For.TotalMinutes }, GuardrailKinds.InvocationsMissing),
            GuardrailRule.AlarmState alarm => (blank with { AlarmName = alarm.AlarmName }, GuardrailKinds.AlarmState),
            GuardrailRule.MetricLimit metric => (blank with
            {
                Metrics = [.. metric.Query.Metrics.Select(term => new MetricTermRequest(term.Namespace, term.MetricName, term.Dimensions, term.Statistic, term.Id))],
                Expression = metric.Query.Expression,
                Unit = RequestWords.Name(metric.Query.Unit),
                Limit = metric.Limit.Value,
                LimitUnit = RequestWords.Name(metric.Limit.Unit),
                Fails = metric.Above ? "above" : "below",
            }, GuardrailKinds.MetricLimit),
            GuardrailRule.TrafficSplit => (blank, GuardrailKinds.TrafficSplit),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
