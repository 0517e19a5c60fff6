using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Forecasts;

/// <summary>How a plan's false-rollback budget falls to its sequential guardrails. Pure.</summary>
internal static class BudgetShares
{
    /// <summary>The alpha of one guardrail, as the engine gives it.</summary>
    public static double Of(Guardrail guardrail, IReadOnlyList<Guardrail> all, Percentage budget) => PlanEvidence.Alpha(guardrail, all, budget);
}
