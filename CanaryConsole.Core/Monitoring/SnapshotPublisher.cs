using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Monitoring;

/// <summary>Makes one immutable snapshot of all that is known, and publishes it.</summary>
internal sealed class SnapshotPublisher(
    SnapshotFeed<MonitorSnapshot> feed,
    RolloutLedger ledger,
    RolloutRunner runner,
    ReadinessTracker readiness,
    EndpointObserver observer,
    SourceTracker sources,
    ShadowBook shadows,
    GuardBook guards,
    TimeProvider clock)
{
    private readonly Lock _gate = new();
    private long _sequence;

    public void Publish(bool firstTickDone)
    {
        lock (_gate)
        {
            var at = clock.GetUtcNow();
            feed.Publish(new MonitorSnapshot(
                ++_sequence,
                at,
                firstTickDone,
                [.. observer.Cells.Select(Endpoint).OfType<EndpointSnapshot>()],
                [.. ledger.All.Select(Rollout)],
                sources.All));
        }
    }

    private static EndpointSnapshot? Endpoint(EndpointCell cell) => cell.Description is { } description
        ? new EndpointSnapshot(description, cell.DescribedAt, cell.Metrics.InOrderOf(description.Variants)) { Fleets = cell.Metrics.Fleets }
        : null;

    private RolloutSnapshot Rollout(LiveRollout rollout)
    {
        var cell = rollout.State.IsFinished ? null : observer.Cell(rollout.State.Plan.Endpoint);
        return new RolloutSnapshot(
            rollout.State,
            cell is null ? AsLastSeen(rollout) : guards.Latest(rollout.State, cell) is { Count: > 0 } now ? now : AsLastSeen(rollout),
            rollout.Events,
            cell is null ? null : runner.Trouble(rollout.State.Id) ?? Reconciler.Waiting(rollout.State, cell.Description))
        {
            Readiness = cell is null ? null : Ready(rollout.State, cell.Description),
            Shadow = rollout.State.IsShadowing ? shadows.Of(rollout.State.Id) : null,
        };
    }

    private ReadinessReport? Ready(RolloutState state, EndpointDescription? endpoint) =>
        state.Plan.Readiness is { } basis && readiness.Latest(state.Id) is { } report
            ? report with { Checks = [.. FleetChecks.Of(state.Plan, basis, endpoint), .. report.Checks] }
            : null;

    // On the way back and at the end, the evidence that decided it is what the page shows.
    private static IReadOnlyList<GuardrailAssessment> AsLastSeen(LiveRollout rollout) => rollout.Events.Reverse().Select(recorded => recorded.Event switch
    {
        RolloutEvent.RollbackStarted started => started.Evidence,
        RolloutEvent.TaskEvent.RestorationStarted restoring => restoring.Evidence,
        RolloutEvent.RolloutCompleted completed => completed.Evidence,
        RolloutEvent.ShadowEvent.ShadowFinished finished => finished.Evidence.Assessments,
        _ => null,
    }).FirstOrDefault(evidence => evidence is not null) ?? [];
}
