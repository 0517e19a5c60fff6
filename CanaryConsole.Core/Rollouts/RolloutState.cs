using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The fold of a rollout's events. Only <c>RolloutEvolution</c> makes one.</summary>
/// <param name="Version">Number of events folded; the version the next append expects.</param>
/// <param name="Step">Index into the plan's steps; -1 before the first, the number of steps once past the last.</param>
/// <param name="ChallengerShare">What the console wants the challenger to have: the last intent.</param>
/// <param name="WeightsConfirmedAt">When the wanted weights were read back; null while that is outstanding.</param>
/// <param name="BakeStart">When the current share began to count, moved on by pauses; null before it is read back.</param>
/// <param name="EvidenceSince">Evidence before this moment belongs to another share.</param>
/// <param name="LastSharedSince">Start of the last step in which both arms had traffic, for comparing after 100 %.</param>
/// <param name="PausedFrom">The phase to return to; null unless paused.</param>
/// <param name="PhaseSince">When the phase was entered.</param>
/// <param name="EvidenceMissingSince">Since when a guardrail has had nothing to go by; null while all have.</param>
/// <param name="HoldTopic">What the step is held for, as a stable word; null when it is only baking.</param>
/// <param name="Reason">Why it was paused, blocked, cancelled or rolled back.</param>
/// <param name="VariantRequests">How often the challenger's variant was asked for.</param>
public sealed partial record RolloutState(
    RolloutId Id,
    RolloutPlan Plan,
    string PlanDigest,
    int Version,
    RolloutPhase Phase,
    DateTimeOffset PhaseSince,
    DateTimeOffset PlannedAt,
    string StartedBy,
    int Step,
    Percentage ChallengerShare,
    DateTimeOffset? IntentAt,
    DateTimeOffset? WeightsConfirmedAt,
    DateTimeOffset? BakeStart,
    DateTimeOffset? EvidenceSince,
    DateTimeOffset? LastSharedSince,
    RolloutPhase? PausedFrom,
    DateTimeOffset? EvidenceMissingSince,
    bool Paged,
    string? HoldTopic,
    string? Reason,
    int VariantRequests,
    DateTimeOffset? VariantRequestedAt,
    DateTimeOffset? FinishedAt)
{
    /// <summary>How the rollout ends once everything is put back; null before <see cref="RolloutPhase.Restoring"/>.</summary>
    public RolloutPhase? Ending { get; init; }

    /// <summary>The champion's latency from before the challenger had traffic; null where no guardrail compares with it, or the champion had none.</summary>
    public FrozenQuantiles? ChampionQuantiles { get; init; }

    /// <summary>How far a managed deployment has come; null in a plan by weights and before its first event.</summary>
    public ManagedState? Managed { get; init; }

    /// <summary>What smoke tests, hooks and readiness have come to.</summary>
    public ProbeState Probes { get; init; } = ProbeState.None;

    /// <summary>How far the shadow stage has come; null before it, and in plans without one.</summary>
    public ShadowProgress? Shadow { get; init; }

    /// <summary>The challenger gets copies and no traffic: in the stage itself, at its gate, or paused in it.</summary>
    public bool IsShadowing => Shadow is { Since: not null } && Phase is RolloutPhase.Shadowing or RolloutPhase.AtGate or RolloutPhase.Paused && Step < 0;

    /// <summary>What the endpoint was made of when the challenger was ready, or when a person adopted what was there; null before that.</summary>
    public EndpointSight? Pinned { get; init; }

    /// <summary>A change by somebody else that no person has settled yet; null without one.</summary>
    public StandingDivergence? Divergence { get; init; }

    /// <summary>How many requests the hold still needed when it was last spoken of; null when it is not about requests.</summary>
    public long? HoldMissing { get; init; }

    /// <summary>Since when the step has been held for its topic; of no meaning while it is not held.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>By how much a person has extended the current bake or soak.</summary>
    public TimeSpan Extension { get; init; }

    public bool IsFinished => Phase is RolloutPhase.Completed or RolloutPhase.RolledBack or RolloutPhase.Cancelled;

    /// <summary>When the challenger first had a share that was read back: evidence for the whole rollout counts from here. Null before.</summary>
    public DateTimeOffset? GuardedSince { get; init; }

    /// <summary>True from the first share or the first copy on until the end: the challenger may have requests, so guards act.</summary>
    public bool IsGuarded => !IsFinished && (Step >= 0 || Shadow is { Since: not null }) && Phase is not RolloutPhase.RollingBack && this is not { Phase: RolloutPhase.Restoring, Ending: not RolloutPhase.Completed };

    /// <summary>True from the decision to take traffic back: nothing may hold that up, and nothing of it is forgotten because the store fails.</summary>
    public bool IsOnTheWayBack => Phase is RolloutPhase.RollingBack or RolloutPhase.RolledBack || this is { Phase: RolloutPhase.Restoring, Ending: RolloutPhase.RolledBack };

    /// <summary>The step whose share the challenger holds or is getting; null before the first and past the last.</summary>
    public RolloutStep? CurrentStep => Step >= 0 && Step < Plan.Steps.Count ? Plan.Steps[Step] : null;

    /// <summary>When the current bake or soak has lasted as planned; null while nothing is counted.</summary>
    public DateTimeOffset? BakeEnds => BakeStart is { } start && Phase is not RolloutPhase.Paused
        ? start + PlannedBake + Extension
        : null;

    /// <summary>How long the current share bakes, or the shadow stage or the soak lasts, before any extension.</summary>
    public TimeSpan PlannedBake => Phase is RolloutPhase.Shadowing ? Plan.Shadow?.Duration ?? TimeSpan.Zero : CurrentStep?.Bake ?? Plan.Soak;
}
