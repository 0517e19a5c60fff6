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
    private const double LeastOfCarried = 0.2;

    /// <summary>Null when the step asks for none, or has them. Only settled requests count: others may still be corrected.</summary>
    public static MissingRequests? Missing(RolloutState state, IReadOnlyList<GuardrailAssessment> assessments)
    {
        if (Required(state) is not { } required)
        {
            return null;
        }

        // Every guardrail counts the same variant's requests; one that could not be read counts none.
        var seen = assessments.Count > 0 ? assessments.Max(assessment => assessment.Evidence.SettledRequests) : 0;
        return seen < required ? new MissingRequests(seen, required) : null;
    }

    /// <summary>
    /// What the current step asks for; null when it asks for none. The first step's is lowered by what a shadow stage has answered, where the plan
    /// says so, and never below a fifth: only live answers show what live answers do. Guardrails keep their own minimum.
    /// </summary>
    public static int? Required(RolloutState state) => state.CurrentStep?.MinimumRequests is { } required
        && state is { Step: 0, Plan.Shadow.CarryEvidence: true, Shadow.Evidence: { } shown }
            ? (int)Math.Max((long)Math.Ceiling(required * LeastOfCarried), required - shown.Challenger.Requests)
            : state.CurrentStep?.MinimumRequests;
}
