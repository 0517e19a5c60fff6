using CanaryConsole.Core.Endpoints;
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

        if (GuardHold.Observe(state, observed) is { } held)
        {
            return held;
        }

        if (observed.Endpoint is null)
        {
            return Hold(state, new("endpoint", observed.Problem ?? "the endpoint could not be described"));
        }

        var voices = GuardVoices.Of(observed.Assessments);
        var missing = voices.FirstOrDefault(assessment => assessment.Verdict is Verdict.NoData or Verdict.Blind);
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
            return state.HoldTopic is null ? Decision.Nothing : Decision.Of(new RolloutEvent.StepEvent.HoldLifted("only the time of the bake is left"));
        }

        return Held(state, observed, voices) is { } open
            ? Undecided(state, observed, open)
            : Unprepared(state, observed) ?? MoveOn(state, voices, observed.Assessments);
    }

    /// <summary>A step needs everything it is made of, the end of the soak a yes from its hooks; null when neither is waited for.</summary>
    private static Decision? Unprepared(RolloutState state, RolloutInput.Observe observed) => state.Phase is RolloutPhase.Soaking
        ? (ProbeDecisions.AwaitsHook(state) ? Decision.Nothing : null)
        : ReadinessDecisions.Hold(state, observed);

    private static RolloutEvent.StepHeld? Held(RolloutState state, RolloutInput.Observe observed, List<GuardrailAssessment> voices)
    {
        // An endpoint that is changing takes no next share; whose change it is will show once it is in service.
        if (observed.Endpoint is { Status: not EndpointStatus.InService and var status })
        {
            return new($"endpoint {status}", $"the endpoint is {status} and takes no change; the step goes on once it is in service");
        }

        if (voices.FirstOrDefault(assessment => assessment.Verdict is not Verdict.Healthy) is { } open)
        {
            return new(open.Guardrail.Name, EvidenceWords.Held(open), open.Verdict is Verdict.Inconclusive { MissingRequests: > 0 and var requests } ? requests : null);
        }

        if (GuardVoices.NobodyVouches(observed.Assessments))
        {
            return new("nobody healthy", GuardVoices.Unvouched(observed.Assessments));
        }

        return StepRequests.Missing(state, observed.Assessments) is { } missing
            ? new("requests", EvidenceWords.Held(missing, observed.Assessments), missing.Requests)
            : null;
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
                $"{(missing.Verdict is Verdict.Blind ? "blind" : "no evidence")} for {RolloutDefaults.PageAfter.TotalMinutes:0} minutes; {why}")),
            _ => Decision.Nothing,
        };
    }

    internal static Decision Undecided(RolloutState state, RolloutInput.Observe observed, RolloutEvent.StepHeld held) =>
        IsPastDeadline(state, observed.At)
            ? Decision.Of(new RolloutEvent.RollbackStarted($"still undecided at the step's deadline; {held.Why}", Automatic: true, observed.Assessments))
            : Hold(state, held);

    private static Decision MoveOn(RolloutState state, List<GuardrailAssessment> voices, IReadOnlyList<GuardrailAssessment> all)
    {
        if (state.Phase is RolloutPhase.Soaking)
        {
            return Decision.Of([.. Endings.Complete(state, all)]);
        }

        var convinced = EvidenceWords.Convinced(state, voices);
        return state.CurrentStep is { Gate: true }
            ? Decision.Of(new RolloutEvent.GateReached(state.Step, convinced))
            : Decision.Of(NextShare.After(state, convinced));
    }

    /// <summary>Spoken of when the topic changes, and while it stays when what is missing has halved: a long wait is told, and never at every look.</summary>
    internal static Decision Hold(RolloutState state, RolloutEvent.StepHeld held)
    {
        var known = string.Equals(state.HoldTopic, held.Topic, StringComparison.Ordinal);
        var nearer = held.MissingRequests is { } missing && (state.HoldMissing is not { } before || missing <= before / 2);
        return known && !nearer ? Decision.Nothing : Decision.Of(held);
    }

    private static bool IsPastDeadline(RolloutState state, DateTimeOffset at) => at >= state.BakeEnds + state.Plan.HoldLimit;
}
