using System.Text.Json.Serialization;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Waves;

namespace CanaryConsole.Core.Rollouts;

/// <summary>All that was chosen before the start; fixed from then on by its digest.</summary>
/// <param name="Endpoint">The endpoint whose traffic moves.</param>
/// <param name="ChampionVariant">The variant that serves.</param>
/// <param name="Steps">Rising shares below 100 %; after the last the challenger gets everything. None for all at once.</param>
/// <param name="Soak">The watch after 100 %, while the champion is kept warm.</param>
/// <param name="HoldLimit">How long past its bake a step may wait for evidence before it is rolled back.</param>
/// <param name="AutoRollback">Off: a breach pauses and pages instead.</param>
/// <param name="ApprovalRequired">A person must approve before anything is prepared.</param>
/// <param name="ChampionModel">The model the champion served when this was planned; null in plans of older consoles.</param>
public sealed record RolloutPlan(
    string Endpoint,
    string ChampionVariant,
    Challenger Challenger,
    Strategy Strategy,
    IReadOnlyList<RolloutStep> Steps,
    IReadOnlyList<Guardrail> Guardrails,
    TimeSpan Soak,
    TimeSpan HoldLimit,
    bool AutoRollback,
    bool ApprovalRequired,
    SmokeTest SmokeTest,
    string? ChampionModel = null)
{
    /// <summary>The chance of a false rollback over the whole rollout, split over its sequential guardrails; null in plans of older consoles, which have none.</summary>
    public Percentage? FalseRollbackBudget { get; init; }

    /// <summary>How SageMaker's deployment guardrails carry the plan out; null in a plan by weights.</summary>
    public ManagedDeployment? Managed { get; init; }

    /// <summary>Those after the first, in order; null where there is only one.</summary>
    public IReadOnlyList<SmokeTest>? MoreSmokeTests { get; init; }

    /// <summary>Whom the rollout asks before and after traffic, in order; null for nobody.</summary>
    public IReadOnlyList<Hook>? Hooks { get; init; }

    /// <summary>What must still be there before each step; null where SageMaker takes the steps, and in plans of older consoles.</summary>
    public ReadinessBasis? Readiness { get; init; }

    /// <summary>Every smoke test of the plan, in order; at least one.</summary>
    [JsonIgnore]
    public IEnumerable<SmokeTest> AllSmokeTests => (MoreSmokeTests ?? []).Prepend(SmokeTest);

    /// <summary>The wave that started the rollout; null when none did.</summary>
    public WaveReference? Wave { get; init; }

    /// <summary>The stage before the steps in which the challenger gets copies only; null in a plan without one.</summary>
    public ShadowStage? Shadow { get; init; }

    /// <summary>What is prepared around the traffic and put back after; null in plans of older consoles, which touch nothing else.</summary>
    public RolloutSurroundings? Surroundings { get; init; }

    /// <summary>What the endpoint's environment asks for; null for an endpoint of none, and in plans of older consoles.</summary>
    public PlanEnvironment? Environment { get; init; }

    /// <summary>The person behind what started the rollout, as behind a wave; null where whoever started it did so themselves.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>How many different people must approve before anything is prepared; 0 for nobody.</summary>
    [JsonIgnore]
    public int ApprovalsNeeded => Math.Max(Environment?.Approvals ?? 0, ApprovalRequired ? 1 : 0);

    /// <summary>The tightest latency limit over all guardrails, so that slow requests can be counted at the source; null without one.</summary>
    public TimeSpan? LatencyLimit => Guardrails
        .Select(guardrail => guardrail.Rule)
        .OfType<GuardrailRule.LatencyLimit>()
        .Select(rule => (TimeSpan?)rule.Limit)
        .Min();
}
