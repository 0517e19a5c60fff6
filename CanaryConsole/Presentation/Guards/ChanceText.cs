using System.Globalization;
using CanaryConsole.Core;

namespace CanaryConsole.Presentation.Guards;

/// <summary>Small chances, as people tell them.</summary>
internal static class ChanceText
{
    /// <summary>"1 in 100", "1 in 40,000"; for a chance above 0.</summary>
    public static string OneIn(double chance) => $"1 in {OneInCount(chance).ToString("N0", CultureInfo.InvariantCulture)}";

    /// <summary>The plan's promise: "At most 1 in 100 healthy rollouts is rolled back by chance, however often one looks".</summary>
    public static string Promise(Percentage budget) => $"At most {OneIn(budget.Fraction)} healthy rollouts is rolled back by chance, however often one looks";

    // A part of a budget is rarely a whole number; rounded down it never promises more than is kept.
    private static double OneInCount(double chance) => Math.Floor(Math.Round(1 / Math.Max(chance, 1e-12), 6));
}
