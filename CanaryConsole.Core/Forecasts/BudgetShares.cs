using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Forecasts;

/// <summary>How a plan's false-rollback budget falls to its sequential guardrails. Pure.</summary>
internal static class BudgetShares
{
    /// <summary>The alpha of one guardrail: its weight over the weights of all sequential ones that enforce or observe.</summary>
    public static double Of(Guardrail guardrail, IReadOnlyList<Guardrail> all, Percentage budget)
    {
        var weights = all.Where(one => one.Test is GuardTest.Sequential).Sum(one => one.BudgetWeight);
        return weights > 0 ? budget.Fraction * guardrail.BudgetWeight / weights : budget.Fraction;
    }
}
