using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Rollouts.Plans;

namespace CanaryConsole.Presentation.Outlook;

/// <summary>Whether two plans say the same.</summary>
internal static class PlanWords
{
    /// <summary>Compared as files: requests hold lists, which are equal only to themselves.</summary>
    public static bool AreAlike(RolloutRequest one, RolloutRequest other) =>
        ReferenceEquals(one, other) || string.Equals(PlanFile.Write(one), PlanFile.Write(other), StringComparison.Ordinal);
}
