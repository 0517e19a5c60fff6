using System.Globalization;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Why a rollout is not further yet. Pure.</summary>
public static class PromotionOutlook
{
    /// <summary>All that stands before the next share, or before the end of the soak, each as a clause; none when nothing does.</summary>
    /// <param name="assessments">Of the same moment.</param>
    /// <param name="now">For the time that is left.</param>
    public static IReadOnlyList<string> Of(RolloutState state, IReadOnlyList<GuardrailAssessment> assessments, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(assessments);
        return state.Phase switch
        {
            RolloutPhase.AwaitingApproval => ["a person approves the start"],
            RolloutPhase.AtGate => ["a person approves at the gate"],
            RolloutPhase.Paused when state.Divergence is not null => ["a person adopts what somebody else changed, or restores what was there"],
            RolloutPhase.Paused => ["a person resumes it"],
            RolloutPhase.Baking or RolloutPhase.Soaking when state.WeightsConfirmedAt is null => [$"the endpoint shows the challenger at {state.ChallengerShare}"],
            RolloutPhase.Baking or RolloutPhase.Soaking => [.. Time(state, now), .. Requests(state, assessments), .. Guards(state, assessments), .. Gate(state)],
            _ => [],
        };
    }

    private static IEnumerable<string> Time(RolloutState state, DateTimeOffset now) => state.BakeEnds is { } ends && ends > now
        ? [$"{Journal.Lasting(ends - now)} more of the {(state.Phase is RolloutPhase.Soaking ? "soak" : "bake")}"]
        : [];

    private static IEnumerable<string> Requests(RolloutState state, IReadOnlyList<GuardrailAssessment> assessments) => StepRequests.Missing(state, assessments) is { } missing
        ? [string.Create(CultureInfo.InvariantCulture, $"{missing.Requests:N0} more settled requests of the {missing.Required:N0} that the step asks for")]
        : [];

    private static IEnumerable<string> Guards(RolloutState state, IReadOnlyList<GuardrailAssessment> assessments) =>
        assessments.Count == 0 && state.Plan.Guardrails.Any(guardrail => guardrail.Enforcing)
            ? ["the guardrails have been looked at"]
            : GuardVoices.Of(assessments)
                .Where(assessment => assessment.Verdict is not Verdict.Healthy)
                .Select(assessment => $"\"{assessment.Guardrail.Name}\" is healthy ({assessment.Verdict.Reason})");

    private static IEnumerable<string> Gate(RolloutState state) => state.CurrentStep is { Gate: true } ? ["a person approves at the gate"] : [];
}
