using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What a step still lacks of the requests it must hold for.</summary>
internal readonly record struct MissingRequests(long Seen, int Required)
{
    public long Requests => Required - Seen;
}

/// <summary>A step's own minimum of requests, beside what each guardrail needs. Pure.</summary>
internal static class StepRequests
{
    /// <summary>Null when the step asks for none, or has them. Only settled requests count: others may still be corrected.</summary>
    public static MissingRequests? Missing(RolloutState state, IReadOnlyList<GuardrailAssessment> assessments)
    {
        if (state.CurrentStep?.MinimumRequests is not { } required)
        {
            return null;
        }

        // Every guardrail counts the same variant's requests; one that could not be read counts none.
        var seen = assessments.Count > 0 ? assessments.Max(assessment => assessment.Evidence.SettledRequests) : 0;
        return seen < required ? new MissingRequests(seen, required) : null;
    }
}
