using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api;

/// <summary>A rollout as the API shows it. Shares are fractions, times are UTC.</summary>
/// <param name="Steps">How many steps come before 100 %.</param>
/// <param name="ChallengerShare">What the console wants the challenger to have.</param>
/// <param name="WeightsConfirmedAt">When that share was read back from the endpoint; absent while it is outstanding.</param>
/// <param name="Plan">Only when one rollout is asked for, like what follows.</param>
/// <param name="Assessments">What each guardrail has seen and says.</param>
/// <param name="Activity">What the console is doing or waiting for right now.</param>
/// <param name="Readiness">What was last found of all that the next step needs; absent before the first look, and once the rollout is over.</param>
/// <param name="Divergence">What somebody else made of the endpoint, against what was wanted; absent while nobody did.</param>
/// <param name="WaitsFor">What stands before the next share, each as a clause.</param>
internal sealed record RolloutResource(
    RolloutId Id,
    string Endpoint,
    RolloutPhase Phase,
    DateTimeOffset PhaseSince,
    bool Finished,
    string ChampionVariant,
    string ChallengerVariant,
    string Model,
    Strategy Strategy,
    int Step,
    int Steps,
    Percentage ChallengerShare,
    DateTimeOffset? WeightsConfirmedAt,
    DateTimeOffset? BakeEnds,
    string StartedBy,
    DateTimeOffset PlannedAt,
    DateTimeOffset? FinishedAt,
    string? Reason,
    RolloutPlan? Plan = null,
    IReadOnlyList<GuardrailAssessment>? Assessments = null,
    string? Activity = null,
    StandingDivergence? Divergence = null,
    IReadOnlyList<string>? WaitsFor = null,
    ReadinessReport? Readiness = null)
{
    /// <summary>Fixes the plan: what an approval is bound to.</summary>
    public string? PlanDigest { get; init; }

    /// <summary>Who must approve the start and who has; only when one rollout is asked for, and somebody must.</summary>
    public ApprovalsResource? Approvals { get; init; }

    /// <summary>What a shadow stage shows or has shown; only when one rollout is asked for, and its plan has such a stage.</summary>
    public ShadowResource? Shadow { get; init; }

    /// <summary>How far SageMaker is with a deployment by its guardrails; only when one rollout is asked for, and its plan is one.</summary>
    public ManagedResource? Managed { get; init; }

    public static RolloutResource Line(RolloutState state) => new(
        state.Id,
        state.Plan.Endpoint,
        state.Phase,
        state.PhaseSince,
        state.IsFinished,
        state.Plan.ChampionVariant,
        state.Plan.Challenger.VariantName,
        state.Plan.Challenger.ModelName,
        state.Plan.Strategy,
        state.Step,
        state.Plan.Steps.Count,
        state.ChallengerShare,
        state.WeightsConfirmedAt,
        state.BakeEnds,
        state.StartedBy,
        state.PlannedAt,
        state.FinishedAt,
        state.Reason);

    /// <summary>With its plan, and with what the monitor knows of it where it still watches it.</summary>
    public static RolloutResource Whole(RolloutState state, MonitorSnapshot snapshot)
    {
        var watched = snapshot.Rollout(state.Id);
        return Line(state) with
        {
            Plan = state.Plan,
            PlanDigest = state.PlanDigest,
            Approvals = ApprovalsResource.Of(state),
            Assessments = watched?.Assessments,
            Activity = watched?.Activity,
            Readiness = watched?.Readiness,
            Divergence = state.Divergence,
            Shadow = ShadowResource.Of(state, watched),
            Managed = ManagedResource.Of(state),
            WaitsFor = watched is null ? null : PromotionOutlook.Of(state, watched.Assessments, snapshot.At),
        };
    }
}

internal sealed record RolloutList(IReadOnlyList<RolloutResource> Rollouts);
