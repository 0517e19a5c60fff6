using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>On what terms a plan's sequential guardrails gather evidence. Pure.</summary>
public static class PlanEvidence
{
    private const int LeastWindows = 300;
    private const int MostWindows = 1_000_000;

    /// <summary>
    /// Every guardrail with its terms, null for one that is judged by failed looks. Enforcing guardrails share the plan's budget by their weights; one that only
    /// observes takes nothing from them and gets what it would get if it enforced too.
    /// </summary>
    /// <param name="period">Of the endpoint's metrics.</param>
    /// <param name="form">Of comparisons with the champion.</param>
    public static IReadOnlyList<(Guardrail Guardrail, EvidenceTerms? Terms)> Of(RolloutPlan plan, TimeSpan period, EvidenceForm form)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var budget = plan.FalseRollbackBudget?.Fraction ?? RolloutDefaults.FalseRollbackBudget;
        var enforced = plan.Guardrails.Where(guardrail => guardrail is { Enforcing: true, Test: GuardTest.Sequential }).Sum(guardrail => guardrail.BudgetWeight);
        return
        [
            .. plan.Guardrails.Select(guardrail => (guardrail, guardrail.Test is GuardTest.Sequential
                ? new EvidenceTerms(
                    budget * guardrail.BudgetWeight / (enforced + (guardrail.Enforcing ? 0 : guardrail.BudgetWeight)), Windows(plan, period), form)
                {
                    PlannedSeconds = Windows(plan, TimeSpan.FromSeconds(1)),
                }
                : null)),
        ];
    }

    /// <summary>All the time a plan may take while its challenger has requests, each step held to its limit, in windows of a length.</summary>
    private static int Windows(RolloutPlan plan, TimeSpan length)
    {
        var time = plan.Steps.Aggregate(plan.Soak, (sum, step) => sum + step.Bake)
            + (plan.HoldLimit * (plan.Steps.Count + 1))
            + (plan.Shadow is { } shadow ? shadow.Duration + plan.HoldLimit : TimeSpan.Zero)
            + (plan.Managed?.MaximumExecution ?? TimeSpan.Zero);
        return (int)Math.Clamp(Math.Ceiling(time / length), LeastWindows, MostWindows);
    }
}
