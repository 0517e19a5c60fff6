using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Presentation.Guards;

/// <summary>How a guardrail comes to its verdict and what it does then, in a few words each.</summary>
internal static class GuardTraits
{
    /// <summary>As planned, and with the engine's own limit once there is one.</summary>
    public static IReadOnlyList<string> Of(Guardrail guardrail, Evidence? evidence)
    {
        var traits = new List<string>();
        if (guardrail.Rule is not (GuardrailRule.AlarmState or GuardrailRule.InvocationsMissing))
        {
            traits.Add(Test(guardrail, evidence?.LogLimit));
        }

        if (guardrail is { CatastropheTier: true, Rule: GuardrailRule.ErrorRateLimit })
        {
            traits.Add("catastrophe tier");
        }

        if (guardrail.Enforcing && guardrail.Severity is Severity.Warning)
        {
            traits.Add("holds and calls, does not roll back");
        }

        if (Missing(guardrail.MissingEvidence) is { } missing)
        {
            traits.Add(missing);
        }

        if (evidence?.IgnoredCorrections is > 0 and var late)
        {
            traits.Add(CountText.Of(late, "correction came too late to count", "corrections came too late to count"));
        }

        return traits;
    }

    private static string Test(Guardrail guardrail, double? limit) => (guardrail.Test, limit) switch
    {
        (GuardTest.FailedLooks, _) => $"{guardrail.FailedLooks} of {CountText.Of(guardrail.Looks, "look", "looks")}",
        (GuardTest.Sequential, { } line) => $"at every look, false alarm at most {ChanceText.OneIn(Math.Exp(-line))}",
        (GuardTest.Sequential, null) => "at every look",
    };

    private static string? Missing(MissingEvidence missing) => missing switch
    {
        MissingEvidence.Hold => null,
        MissingEvidence.Breach => "silence is a breach at the end of the bake",
        MissingEvidence.Ignore => "has no say while silent",
    };
}
