using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation.Guards;

/// <summary>What a plan promises about false rollbacks.</summary>
/// <param name="Said">A sentence.</param>
public sealed record GuardPromise(Percentage Budget, string Said)
{
    /// <summary>Null where nothing that could roll back is tested so that a promise could be kept.</summary>
    public static GuardPromise? Of(RolloutPlan plan)
    {
        Guardrail[] rollingBack = [.. plan.Guardrails.Where(guardrail => guardrail is { Enforcing: true, Severity: Severity.Critical })];
        var outside = rollingBack.Count(guardrail => !PlanEvidence.IsSequential(guardrail));
        if (plan.FalseRollbackBudget is not { } budget || outside == rollingBack.Length)
        {
            return null;
        }

        var beside = outside == 0 ? "" : $" The promise does not hold for {CountText.Of(outside, "guardrail that counts looks or has a test of its own", "guardrails that count looks or have a test of their own")}.";
        return new(budget, $"{ChanceText.Promise(budget)}.{beside}");
    }
}
