using System.Globalization;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Predictions;

namespace CanaryConsole.Core.Rollouts;

/// <summary>When a shadow stage has shown enough: time, guardrails, copies and agreement must all suffice. A breach has been dealt with before.</summary>
internal static class ShadowJudging
{
    public static Decision Judge(RolloutState state, RolloutInput.Observe observed)
    {
        if (GuardHold.Observe(state, observed) is { } held)
        {
            return held;
        }

        if (observed.Endpoint is not { Status: EndpointStatus.InService })
        {
            return BakeDecisions.Hold(state, observed.Endpoint is { } endpoint
                ? new($"endpoint {endpoint.Status}", $"the endpoint is {endpoint.Status}")
                : new("endpoint", observed.Problem ?? "the endpoint could not be described"));
        }

        var voices = GuardVoices.Of(observed.Assessments);
        if (voices.FirstOrDefault(assessment => assessment.Verdict is Verdict.NoData or Verdict.Blind) is { } missing)
        {
            return BakeDecisions.WithoutEvidence(state, observed.At, missing, observed.Assessments);
        }

        if (state.EvidenceMissingSince is not null)
        {
            return Decision.Of(new RolloutEvent.EvidenceRestored());
        }

        if (observed.At < state.BakeEnds || state.Plan.Shadow is not { } stage)
        {
            return state.HoldTopic is null ? Decision.Nothing : Decision.Of(new RolloutEvent.StepEvent.HoldLifted("only the time of the shadow stage is left"));
        }

        if (voices.FirstOrDefault(assessment => assessment.Verdict is not Verdict.Healthy) is { } open)
        {
            return BakeDecisions.Undecided(state, observed, new(
                open.Guardrail.Name, EvidenceWords.Held(open), open.Verdict is Verdict.Inconclusive { MissingRequests: > 0 and var requests } ? requests : null));
        }

        if (GuardVoices.NobodyVouches(observed.Assessments))
        {
            return BakeDecisions.Undecided(state, observed, new("nobody healthy", GuardVoices.Unvouched(observed.Assessments)));
        }

        return Missing(stage, observed.Shadow ?? ShadowSight.None) switch
        {
            { IsProof: true } proof => Refute(state, observed, proof),
            { } wanting => Wait(state, observed, wanting),
            null => Pass(state, stage, observed),
        };
    }

    /// <summary>What the stage still lacks; null when it has all.</summary>
    private static Lack? Missing(ShadowStage stage, ShadowSight sight)
    {
        if (sight.SettledRequests < stage.MinimumRequests)
        {
            return new Lack("shadow requests", string.Create(CultureInfo.InvariantCulture, $"{sight.SettledRequests:N0} of {stage.MinimumRequests:N0} settled copies answered by the shadow"), stage.MinimumRequests - sight.SettledRequests);
        }

        return (stage.MinimumAgreement, sight.Predictions) switch
        {
            (null, _) => null,
            _ when sight.PredictionProblem is { } problem => new Lack("agreement", $"the captured predictions could not be read: {problem}"),
            (_, null or { Pairs: 0 }) => new Lack("agreement", "no captured prediction of both variants to compare yet"),
            ({ } minimum, { } predictions) when predictions.Low >= minimum => null,
            ({ } minimum, { } predictions) when predictions.High < minimum => new Lack("agreement", Agreed(predictions, minimum), IsProof: true),
            ({ } minimum, { } predictions) => new Lack("agreement", Agreed(predictions, minimum) + "; more pairs are needed"),
        };
    }

    private static string Agreed(PredictionComparison predictions, Percentage minimum) => string.Create(
        CultureInfo.InvariantCulture,
        $"agreement {predictions.Agreement} over {predictions.Pairs:N0} requests (95 % interval {predictions.Low} to {predictions.High}), at least {minimum} wanted");

    private static Decision Refute(RolloutState state, RolloutInput.Observe observed, Lack proof) => state.Plan.AutoRollback
        ? Decision.Of(new RolloutEvent.RollbackStarted(proof.Why, Automatic: true, observed.Assessments))
        : Decision.Of(
            new RolloutEvent.RolloutPaused($"{proof.Why}; automatic rollback is off"),
            new RolloutEvent.AttentionRequested($"{proof.Why}; automatic rollback is off, so roll back or resume by hand"));

    private static Decision Wait(RolloutState state, RolloutInput.Observe observed, Lack lack) => observed.At >= state.BakeEnds + state.Plan.HoldLimit
        ? Decision.Of(new RolloutEvent.RollbackStarted($"still undecided at the shadow stage's deadline; {lack.Why}", Automatic: true, observed.Assessments))
        : BakeDecisions.Hold(state, new(lack.Topic, lack.Why, lack.Requests));

    private static Decision Pass(RolloutState state, ShadowStage stage, RolloutInput.Observe observed)
    {
        var sight = observed.Shadow ?? ShadowSight.None;
        var evidence = new ShadowEvidence(sight.Champion, sight.Challenger, sight.Predictions, observed.Assessments);
        return stage.Gate
            ? Decision.Of(new RolloutEvent.ShadowEvent.ShadowJudged(evidence), new RolloutEvent.GateReached(state.Step))
            : Decision.Of(new RolloutEvent.ShadowEvent.ShadowFinished(evidence, "time and evidence suffice"));
    }

    /// <param name="IsProof">Not too little, but the opposite of what is wanted.</param>
    private sealed record Lack(string Topic, string Why, long? Requests = null, bool IsProof = false);
}
