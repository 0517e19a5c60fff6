using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>On what terms a plan's sequential guardrails gather evidence. Pure.</summary>
public static class PlanEvidence
{
    private const int LeastWindows = 300;
    private const int MostWindows = 1_000_000;

    /// <summary>
    /// Every guardrail with its terms; null for one that is not judged by running evidence, or has nothing to compare with.
    /// </summary>
    /// <param name="period">Of the endpoint's metrics.</param>
    /// <param name="form">Of comparisons with the champion.</param>
    /// <param name="quantiles">The champion's latency from before the challenger had traffic.</param>
    public static IReadOnlyList<(Guardrail Guardrail, EvidenceTerms? Terms)> Of(RolloutPlan plan, TimeSpan period, EvidenceForm form, FrozenQuantiles? quantiles = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan.Guardrails.Select(guardrail => (guardrail, IsSequential(guardrail)
                && (guardrail.Rule is not GuardrailRule.LatencyAgainstChampion || quantiles is not null)
                ? new EvidenceTerms(Alpha(guardrail, plan.Guardrails, plan.FalseRollbackBudget), Windows(plan, period), form)
                {
                    PlannedSeconds = Windows(plan, TimeSpan.FromSeconds(1)),
                    ChampionQuantiles = quantiles,
                }
                : null)),
        ];
    }

    /// <summary>
    /// A sequential guardrail's part of the budget. Those that enforce share it by their weights; one that only observes takes nothing from them and gets what it
    /// would get if it enforced too.
    /// </summary>
    public static double Alpha(Guardrail guardrail, IReadOnlyList<Guardrail> all, Percentage? budget)
    {
        ArgumentNullException.ThrowIfNull(guardrail);
        var enforced = all.Where(one => one.Enforcing && IsSequential(one)).Sum(one => one.BudgetWeight);
        return (budget?.Fraction ?? RolloutDefaults.FalseRollbackBudget) * guardrail.BudgetWeight / (enforced + (guardrail.Enforcing ? 0 : guardrail.BudgetWeight));
    }

    /// <summary>Judged by evidence that runs on over the whole rollout, and paid for out of the plan's budget.</summary>
    public static bool IsSequential(Guardrail guardrail) => guardrail is
    {
        Test: GuardTest.Sequential,
        Rule: GuardrailRule.ErrorRateLimit or GuardrailRule.LatencyLimit or GuardrailRule.ErrorRateAgainstChampion or GuardrailRule.LatencyAgainstChampion,
    };

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
