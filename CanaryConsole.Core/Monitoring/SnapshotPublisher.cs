using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Monitoring;

/// <summary>Makes one immutable snapshot of all that is known, and publishes it.</summary>
internal sealed class SnapshotPublisher(
    SnapshotFeed<MonitorSnapshot> feed,
    RolloutLedger ledger,
    RolloutRunner runner,
    EndpointObserver observer,
    SourceTracker sources,
    IOptions<MonitoringOptions> options,
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
                [.. ledger.All.Select(rollout => Rollout(rollout, at))],
                sources.All));
        }
    }

    private static EndpointSnapshot? Endpoint(EndpointCell cell) => cell.Description is { } description
        ? new EndpointSnapshot(description, cell.DescribedAt, [.. description.Variants.Select(variant => cell.Metrics.Of(variant.Name))])
        : null;

    private RolloutSnapshot Rollout(LiveRollout rollout, DateTimeOffset at)
    {
        var cell = rollout.State.IsFinished ? null : observer.Cell(rollout.State.Plan.Endpoint);
        return new RolloutSnapshot(
            rollout.State,
            cell is null ? AtRollback(rollout) : Assessing.Of(rollout.State, cell, options.Value.SettleDelay, at) is { Count: > 0 } now ? now : AtRollback(rollout),
            rollout.Events,
            cell is null ? null : runner.Trouble(rollout.State.Id) ?? Reconciler.Waiting(rollout.State, cell.Description));
    }

    // On the way back and after it, the evidence that sent it back is what the page shows.
    private static IReadOnlyList<GuardrailAssessment> AtRollback(LiveRollout rollout) =>
        rollout.Events.Select(recorded => recorded.Event).OfType<RolloutEvent.RollbackStarted>().LastOrDefault()?.Evidence ?? [];
}
