using System.Text.Json.Serialization;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Serving;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What happened to a rollout, in the past tense. Names on the wire are kept for ever: streams outlive versions of the console.</summary>
[JsonDerivedType(typeof(RolloutPlanned), "rolloutPlanned")]
[JsonDerivedType(typeof(ApprovalRequested), "approvalRequested")]
[JsonDerivedType(typeof(RolloutApproved), "rolloutApproved")]
[JsonDerivedType(typeof(PreparationStarted), "preparationStarted")]
[JsonDerivedType(typeof(VariantRequested), "variantRequested")]
[JsonDerivedType(typeof(VariantReady), "variantReady")]
[JsonDerivedType(typeof(SmokeTestPassed), "smokeTestPassed")]
[JsonDerivedType(typeof(StepStarted), "stepStarted")]
[JsonDerivedType(typeof(ShareMoved), "shareMoved")]
[JsonDerivedType(typeof(WeightsConfirmed), "weightsConfirmed")]
[JsonDerivedType(typeof(StepHeld), "stepHeld")]
[JsonDerivedType(typeof(EvidenceLost), "evidenceLost")]
[JsonDerivedType(typeof(EvidenceRestored), "evidenceRestored")]
[JsonDerivedType(typeof(AttentionRequested), "attentionRequested")]
[JsonDerivedType(typeof(GateReached), "gateReached")]
[JsonDerivedType(typeof(RolloutPaused), "rolloutPaused")]
[JsonDerivedType(typeof(RolloutResumed), "rolloutResumed")]
[JsonDerivedType(typeof(PromotionStarted), "promotionStarted")]
[JsonDerivedType(typeof(SoakStarted), "soakStarted")]
[JsonDerivedType(typeof(RolloutCompleted), "rolloutCompleted")]
[JsonDerivedType(typeof(RollbackStarted), "rollbackStarted")]
[JsonDerivedType(typeof(RollbackDelayed), "rollbackDelayed")]
[JsonDerivedType(typeof(RolledBack), "rolledBack")]
[JsonDerivedType(typeof(RolloutCancelled), "rolloutCancelled")]
[JsonDerivedType(typeof(RolloutBlocked), "rolloutBlocked")]
public abstract partial record RolloutEvent
{
    private RolloutEvent()
    {
    }

    /// <param name="Request">What the plan was made from; none in streams of older consoles.</param>
    /// <param name="Serving">What the endpoint was seen to serve at that moment; none in streams of older consoles.</param>
    public sealed record RolloutPlanned(
        RolloutId Id, RolloutPlan Plan, string PlanDigest, RolloutRequest? Request = null, IReadOnlyList<ServedVariant>? Serving = null) : RolloutEvent;

    public sealed record ApprovalRequested : RolloutEvent;

    /// <summary>Who is in the event's actor.</summary>
    /// <param name="PlanDigest">Of the plan whose start was approved; null at gates, and in streams of older consoles.</param>
    public sealed record RolloutApproved(string? Comment, string? PlanDigest = null) : RolloutEvent;

    public sealed record PreparationStarted : RolloutEvent;

    /// <summary>Intent: the variant is about to be asked for, for the nth time.</summary>
    public sealed record VariantRequested(int Attempt) : RolloutEvent;

    /// <summary>Read back: the variant is on the endpoint with the planned model.</summary>
    /// <param name="Seen">All of the endpoint at that moment; none in streams of older consoles.</param>
    public sealed record VariantReady(string ConfigName, EndpointSight? Seen = null) : RolloutEvent;

    public sealed record SmokeTestPassed(SmokeTestResult Result) : RolloutEvent;

    /// <summary>Intent: the challenger is about to get this share.</summary>
    public sealed record StepStarted(int Step, Percentage Share, string Why) : RolloutEvent;

    /// <summary>Intent, by hand: another share within the current step.</summary>
    public sealed record ShareMoved(Percentage Share, string? Reason) : RolloutEvent;

    /// <summary>Read back: the endpoint shows the wanted weights.</summary>
    public sealed record WeightsConfirmed(Percentage Share, TimeSpan Took) : RolloutEvent;

    /// <summary>A change of mind about why the step is held, or clear progress in what it is held for.</summary>
    /// <param name="MissingRequests">How many more requests it needs; null when it is not about requests.</param>
    public sealed record StepHeld(string Topic, string Why, long? MissingRequests = null) : RolloutEvent;

    public sealed record EvidenceLost(string Why) : RolloutEvent;

    public sealed record EvidenceRestored : RolloutEvent;

    /// <summary>People were paged.</summary>
    public sealed record AttentionRequested(string Why) : RolloutEvent;

    /// <param name="Why">What convinced the console that the step is done; none in streams of older consoles.</param>
    public sealed record GateReached(int Step, string? Why = null) : RolloutEvent;

    public sealed record RolloutPaused(string Reason) : RolloutEvent;

    public sealed record RolloutResumed : RolloutEvent;

    /// <summary>Intent: the challenger is about to get everything.</summary>
    public sealed record PromotionStarted(string Why) : RolloutEvent;

    public sealed record SoakStarted : RolloutEvent;

    /// <param name="Evidence">What every guardrail had seen at the end; none in streams of older consoles.</param>
    public sealed record RolloutCompleted(IReadOnlyList<GuardrailAssessment>? Evidence = null) : RolloutEvent;

    /// <summary>Intent: all traffic goes back to the champion.</summary>
    /// <param name="Automatic">By a guard rather than a person.</param>
    /// <param name="Evidence">What every guardrail had seen at that moment.</param>
    public sealed record RollbackStarted(string Reason, bool Automatic, IReadOnlyList<GuardrailAssessment> Evidence) : RolloutEvent;

    public sealed record RollbackDelayed(string Topic, string Why) : RolloutEvent;

    /// <summary>Read back: the challenger's weight is 0.</summary>
    /// <param name="Restored">The traffic was back before, as told then; now the rest is put back too.</param>
    public sealed record RolledBack(TimeSpan Took, bool Restored = false) : RolloutEvent;

    public sealed record RolloutCancelled(string Reason) : RolloutEvent;

    public sealed record RolloutBlocked(string Reason) : RolloutEvent;
}
