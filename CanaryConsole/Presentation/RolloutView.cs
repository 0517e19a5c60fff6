using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Environments;
using CanaryConsole.Presentation.Guards;
using CanaryConsole.Presentation.Managed;
using CanaryConsole.Presentation.Probes;

namespace CanaryConsole.Presentation;

/// <summary>Everything the rollout page shows, made from one snapshot.</summary>
public sealed record RolloutView(
    RolloutSnapshot Rollout,
    string Title,
    string Champion,
    string Challenger,
    StatusLine Status,
    IReadOnlyList<TimelineNode> Timeline,
    RolloutActions Actions,
    IReadOnlyList<GuardrailLine> Guardrails,
    string? GuardrailsNote,
    WeightsView Weights,
    ChartFrame Charts,
    string NoChart,
    long? Requests)
{
    /// <summary>Somebody else's change that nobody has settled; null without one.</summary>
    public DivergenceView? Divergence { get; init; }

    /// <summary>What stands before the next share, each as a clause.</summary>
    public IReadOnlyList<string> Waits { get; init; } = [];

    /// <summary>What the next step needs; null when there is none.</summary>
    public ReadinessView? Readiness { get; init; }

    /// <summary>Smoke tests and hooks; null before there is anything to show.</summary>
    public ProbesView? Probes { get; init; }

    /// <summary>Where what the rollout brought may go next; none where it has not completed.</summary>
    public IReadOnlyList<PromotionOffer> Offers { get; init; } = [];

    public string WaitsLead { get; init; } = "";

    /// <summary>Null in plans of older consoles.</summary>
    public SurroundingsView? Surroundings { get; init; }

    /// <summary>Null in a plan without a shadow stage.</summary>
    public ShadowView? Shadow { get; init; }

    /// <summary>Null in a plan by weights.</summary>
    public ManagedView? Managed { get; init; }

    /// <summary>A traffic split that is not as set; null without one.</summary>
    public SplitView? Split { get; init; }

    /// <summary>What the plan promises about false rollbacks; null for nothing.</summary>
    public GuardPromise? Promise { get; init; }

    public static RolloutView Of(RolloutSnapshot rollout, MonitorSnapshot snapshot, TimeSpan settleDelay, DateTimeOffset now)
    {
        var plan = rollout.State.Plan;
        var endpoint = snapshot.Endpoint(plan.Endpoint);
        var actions = RolloutActions.For(rollout);
        var (lines, note) = Judged(rollout);
        return new(
            rollout,
            RolloutNames.Title(plan, endpoint?.Description),
            RolloutNames.Champion(plan, endpoint?.Description),
            RolloutNames.Challenger(plan),
            RolloutStatus.Describe(rollout, endpoint, snapshot.Sources, now),
            RolloutTimeline.Of(rollout.State, rollout.Events),
            actions,
            lines,
            note,
            WeightsView.Of(rollout.State, endpoint, actions.MoveShare.Enabled),
            RolloutCharts.Of(rollout, endpoint, snapshot.Sources, settleDelay, now),
            rollout.State.IsFinished ? "The metrics of that time are no longer kept here." : "No requests were counted yet.",
            Served(rollout.State, endpoint))
        {
            Divergence = DivergenceView.Of(rollout.State),
            Promise = GuardPromise.Of(plan),
            Split = SplitView.Of(rollout),
            Waits = PromotionOutlook.Of(rollout.State, rollout.Assessments, now),
            Readiness = ReadinessView.Of(rollout),
            Probes = ProbesView.Of(rollout.State, rollout.Events),
            WaitsLead = Lead(rollout.State),
            Shadow = ShadowView.Of(rollout, endpoint?.Description),
            Surroundings = SurroundingsView.Of(rollout, endpoint?.Description),
            Managed = ManagedView.Of(rollout.State, endpoint?.Description),
        };
    }

    private static string Lead(RolloutState state) => state.Phase switch
    {
        RolloutPhase.AwaitingApproval => "It starts when:",
        RolloutPhase.Soaking => "Completed when:",
        RolloutPhase.Paused => "It goes on when:",
        _ => $"{(state.Step + 1 < state.Plan.Steps.Count ? state.Plan.Steps[state.Step + 1].Share : Core.Percentage.Whole)} follows when:",
    };

    private static (IReadOnlyList<GuardrailLine> Lines, string? Note) Judged(RolloutSnapshot rollout)
    {
        if (rollout.Assessments.Count > 0)
        {
            var ofTheShadow = rollout.State is { Step: < 0, Shadow.IsOver: true };
            return (Lines(rollout.Assessments, rollout.State), rollout.State.IsFinished ? "as last seen" : ofTheShadow ? "as of the shadow stage" : null);
        }

        // A rollout read from the store brings no live verdicts, but a rollback wrote down what it saw.
        var atRollback = rollout.Events.Select(recorded => recorded.Event).OfType<RolloutEvent.RollbackStarted>().LastOrDefault()?.Evidence;
        return atRollback is { Count: > 0 }
            ? (Lines(atRollback), "as of the rollback")
            : ([.. rollout.State.Plan.Guardrails.Select(GuardrailLine.Planned)], null);
    }

    private static IReadOnlyList<GuardrailLine> Lines(IReadOnlyList<GuardrailAssessment> assessments, RolloutState? state = null) =>
        [.. assessments.Select(assessment => GuardrailLine.Of(assessment, state?.EvidenceMissingSince))];

    private static long? Served(RolloutState state, EndpointSnapshot? endpoint) => Windows(state, endpoint)?
        .Where(window => window.Start >= state.PlannedAt && (state.FinishedAt is not { } end || window.Start < end))
        .Sum(window => window.Requests);

    // Two fleets of a managed deployment share the variant's name; only the new one is the challenger.
    private static IReadOnlyList<MetricWindow>? Windows(RolloutState state, EndpointSnapshot? endpoint) => state.Managed?.ConfigName is { } config
        ? endpoint?.Fleet(state.Plan.Challenger.VariantName, config)?.Windows
        : endpoint?.History(state.Plan.Challenger.VariantName)?.Windows;
}
