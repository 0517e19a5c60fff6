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
public sealed record RolloutState(
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

    /// <summary>How far a managed deployment has come; null in a plan by weights and before its first event.</summary>
    public ManagedState? Managed { get; init; }

    public bool IsFinished => Phase is RolloutPhase.Completed or RolloutPhase.RolledBack or RolloutPhase.Cancelled;

    /// <summary>True from the first share on until the end: the challenger may have traffic, so guards act.</summary>
    public bool IsGuarded => !IsFinished && Step >= 0 && Phase is not RolloutPhase.RollingBack;

    /// <summary>The step whose share the challenger holds or is getting; null before the first and past the last.</summary>
    public RolloutStep? CurrentStep => Step >= 0 && Step < Plan.Steps.Count ? Plan.Steps[Step] : null;

    /// <summary>When the current bake or soak has lasted as planned; null while nothing is counted.</summary>
    public DateTimeOffset? BakeEnds => BakeStart is { } start && Phase is not RolloutPhase.Paused
        ? start + (CurrentStep?.Bake ?? Plan.Soak)
        : null;
}
