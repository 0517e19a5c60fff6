using System.Globalization;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>A share that bakes, and the soak, which is the bake of 100 %: time and evidence must both suffice.</summary>
internal static class BakeDecisions
{
    public static Decision Observe(RolloutState state, RolloutInput.Observe observed)
    {
        if (WeightDecisions.Settle(state, observed) is { } weights)
        {
            return weights;
        }

        if (observed.Endpoint is null)
        {
            return Hold(state, "endpoint", observed.Problem ?? "the endpoint could not be described");
        }

        var enforcing = observed.Assessments.Where(assessment => assessment.Guardrail.Enforcing).ToList();
        var missing = enforcing.FirstOrDefault(assessment => assessment.Verdict is Verdict.NoData or Verdict.Blind);
        if (missing is not null)
        {
            return WithoutEvidence(state, observed.At, missing, observed.Assessments);
        }

        if (state.EvidenceMissingSince is not null)
        {
            return Decision.Of(new RolloutEvent.EvidenceRestored());
        }

        if (observed.At < state.BakeEnds)
        {
            return Decision.Nothing;
        }

        var open = enforcing.FirstOrDefault(assessment => assessment.Verdict is not Verdict.Healthy);
        return open is null ? MoveOn(state, enforcing, observed.Assessments) : Undecided(state, observed, open);
    }

    internal static Decision WithoutEvidence(RolloutState state, DateTimeOffset at, GuardrailAssessment missing, IReadOnlyList<GuardrailAssessment> all)
    {
        var why = $"{missing.Guardrail.Name}: {missing.Verdict.Reason}";
        if (IsPastDeadline(state, at))
        {
            return Decision.Of(new RolloutEvent.RollbackStarted($"no evidence by the step's deadline; {why}", Automatic: true, all));
        }

        return (state.EvidenceMissingSince, state.Paged) switch
        {
            (null, _) => Decision.Of(new RolloutEvent.EvidenceLost(why)),
            ({ } since, false) when at - since >= RolloutDefaults.PageAfter => Decision.Of(new RolloutEvent.AttentionRequested(
                $"no evidence for {RolloutDefaults.PageAfter.TotalMinutes:0} minutes; {why}")),
            _ => Decision.Nothing,
        };
    }

    internal static Decision Undecided(RolloutState state, RolloutInput.Observe observed, GuardrailAssessment open) =>
        IsPastDeadline(state, observed.At)
            ? Decision.Of(new RolloutEvent.RollbackStarted(
                $"still undecided at the step's deadline; {open.Guardrail.Name}: {open.Verdict.Reason}", Automatic: true, observed.Assessments))
            : Hold(state, open.Guardrail.Name, $"{open.Guardrail.Name}: {open.Verdict.Reason}");

    private static Decision MoveOn(RolloutState state, List<GuardrailAssessment> enforcing, IReadOnlyList<GuardrailAssessment> all)
    {
        if (state.Phase is RolloutPhase.Soaking)
        {
            return Decision.Of(new RolloutEvent.RolloutCompleted(all));
        }

        if (state.CurrentStep is { Gate: true })
        {
            return Decision.Of(new RolloutEvent.GateReached(state.Step));
        }

        var requests = enforcing.Count > 0 ? enforcing.Min(assessment => assessment.Evidence.Challenger.Requests) : 0;
        return Decision.Of(NextShare.After(state, enforcing.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"all {enforcing.Count} guardrails healthy over {requests:N0} requests, {state.CurrentStep?.Bake.TotalMinutes:0.##} minutes passed")
            : string.Create(CultureInfo.InvariantCulture, $"{state.CurrentStep?.Bake.TotalMinutes:0.##} minutes passed; no guardrail enforces")));
    }

    internal static Decision Hold(RolloutState state, string topic, string why) =>
        string.Equals(state.HoldTopic, topic, StringComparison.Ordinal)
            ? Decision.Nothing
            : Decision.Of(new RolloutEvent.StepHeld(topic, why));

    private static bool IsPastDeadline(RolloutState state, DateTimeOffset at) => at >= state.BakeEnds + state.Plan.HoldLimit;
}
