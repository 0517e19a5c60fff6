using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Monitoring;

/// <summary>One look at everything that is due: observe, judge, decide, act, publish. Active rollouts first, breaches before all else.</summary>
internal sealed class MonitorTick(
    EndpointObserver observer,
    MetricReader metrics,
    RolloutLedger ledger,
    RolloutRunner runner,
    SnapshotPublisher publisher,
    ShadowWatch shadows,
    SignalWatch signals,
    GuardBook guards,
    IGatewayCounts gateway,
    SourceTracker sources,
    LookWatch looks,
    IOptions<MonitoringOptions> options,
    TimeProvider clock,
    ILogger<MonitorTick> logger)
{
    /// <summary>Calls in flight at once against the control plane.</summary>
    private const int InFlight = 4;

    /// <summary>Descriptions renewed per tick although nothing seems to have changed, oldest first: outside changes are found, and the call rate stays small.</summary>
    private const int Renewals = 16;

    private DateTimeOffset _idleReadAt = DateTimeOffset.MinValue;
    private bool _firstTickDone;

    /// <summary>How long until something is due again.</summary>
    public TimeSpan NextDelay => ledger.All.Any(rollout => rollout.NeedsAttention && AwaitsReadBack(rollout.State)) || observer.Cells.Any(cell => cell.IsChanging)
        ? TimeSpan.FromTicks(Math.Min(options.Value.ActiveInterval.Ticks, TimeSpan.FromSeconds(3).Ticks))
        : ledger.All.Any(rollout => rollout.NeedsAttention) ? options.Value.ActiveInterval : options.Value.IdleInterval;

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        // What comes too late for this look is there for the next; nothing waits for it but the end of the tick.
        var reading = signals.ReadAsync(ActiveRollouts(), cancellationToken);
        try
        {
            await LookAtAllAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await reading.ConfigureAwait(false);
        }

        _firstTickDone = true;
        looks.Ended(NextDelay);
        sources.Succeeded(SourceTracker.Monitor);
        publisher.Publish(_firstTickDone);
    }

    private async Task LookAtAllAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            FollowAsync(cancellationToken),
            ObserveAsync(ActiveRollouts(), cancellationToken),
            GuardAsync(ActiveRollouts(), cancellationToken),
            shadows.ReadAsync(ActiveRollouts(), cancellationToken)).ConfigureAwait(false);

        var at = clock.GetUtcNow();
        var active = ActiveRollouts();
        await metrics.ReadAsync(Due(active, at), arrived: null, cancellationToken).ConfigureAwait(false);
        await AdvanceAsync(active, cancellationToken).ConfigureAwait(false);
        if (at - _idleReadAt >= options.Value.IdleInterval)
        {
            _idleReadAt = at;
            var busy = active.Select(one => one.Cell).ToHashSet();
            await metrics.ReadAsync(
                [.. observer.Cells.Where(cell => !busy.Contains(cell)).Select(cell => (cell, (RolloutState?)null))], arrived: null, cancellationToken).ConfigureAwait(false);
        }

        guards.Keep([.. ledger.All.Where(rollout => rollout.NeedsAttention).Select(rollout => rollout.State.Id)]);
    }

    /// <summary>One endpoint, now: after a command, without waiting for metrics.</summary>
    public async Task LookAsync(string endpoint, CancellationToken cancellationToken)
    {
        var cell = observer.Cell(endpoint);
        await observer.DescribeAsync(cell, cancellationToken).ConfigureAwait(false);
        await AdvanceAsync([.. ActiveRollouts().Where(one => one.Cell == cell)], cancellationToken).ConfigureAwait(false);
        publisher.Publish(_firstTickDone);
    }

    /// <summary>Every endpoint on its way back, now: the weights are set the moment it takes them.</summary>
    public async Task LookBackAsync(CancellationToken cancellationToken)
    {
        var waiting = ActiveRollouts().Where(one => one.State.Phase is RolloutPhase.RollingBack).ToList();
        if (waiting.Count == 0)
        {
            return;
        }

        using var looking = new SideBySide(InFlight, cancellationToken);
        foreach (var (cell, state) in waiting)
        {
            looking.Start(async token =>
            {
                await observer.DescribeAsync(cell, token).ConfigureAwait(false);
                await AdvanceAsync(cell, state.Id, [], token).ConfigureAwait(false);
            });
        }

        await looking.AllAsync().ConfigureAwait(false);
        publisher.Publish(_firstTickDone);
    }

    /// <summary>
    /// The rollouts whose traffic passes the gateway, by its seconds: nothing is asked of the cloud before a breach, and a breach is acted on at once. The metrics stay the backstop, and only they
    /// promote.
    /// </summary>
    public async Task LookThroughGatewayAsync(CancellationToken cancellationToken)
    {
        var passing = gateway.ActiveEndpoints;
        if (passing.Count == 0)
        {
            return;
        }

        using var advancing = new SideBySide(InFlight, cancellationToken);
        foreach (var (cell, state) in Standing(ActiveRollouts()).Where(one => passing.Contains(one.Cell.Name)))
        {
            var assessments = guards.Look(state, cell);
            if (assessments.Any(assessment => assessment is { Guardrail.Enforcing: true, Verdict: Verdict.Breach }))
            {
                advancing.Start(token => AdvanceAsync(cell, state.Id, assessments, token));
            }
        }

        await advancing.AllAsync().ConfigureAwait(false);
        publisher.Publish(_firstTickDone);
    }

    /// <summary>Shows what is known although the tick failed.</summary>
    public void PublishFailure() => publisher.Publish(_firstTickDone);

    private static bool AwaitsReadBack(RolloutState state) => state is { WeightsConfirmedAt: null, IntentAt: not null }
        || state.Phase is RolloutPhase.Planned or RolloutPhase.Preparing or RolloutPhase.SmokeTesting or RolloutPhase.Restoring;

    /// <summary>Those whose share stands: there is something to judge, and the endpoint would take a change.</summary>
    private static IEnumerable<(EndpointCell Cell, RolloutState State)> Standing(List<(EndpointCell Cell, RolloutState State)> active) =>
        active.Where(one => one.State.IsGuarded && !AwaitsReadBack(one.State) && !one.Cell.IsChanging).DistinctBy(one => one.Cell);

    private List<(EndpointCell Cell, RolloutState State)> ActiveRollouts() =>
        [.. ledger.All.Where(rollout => rollout.NeedsAttention).Select(rollout => (observer.Cell(rollout.State.Plan.Endpoint), rollout.State))];

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ledger.FollowAsync(cancellationToken).ConfigureAwait(false);

            // A store that can be read again may still not be written; whoever keeps events for it says when that is over.
            if (ledger.All.All(rollout => rollout.Unsaved.Count == 0))
            {
                sources.Succeeded(SourceTracker.Store);
            }
        }
        catch (StoreException failure)
        {
            sources.Failed(SourceTracker.Store, failure.Message);
        }
    }

    private async Task ObserveAsync(List<(EndpointCell Cell, RolloutState State)> active, CancellationToken cancellationToken)
    {
        await observer.ListAsync(cancellationToken).ConfigureAwait(false);
        var waiting = active.Where(one => AwaitsReadBack(one.State)).Select(one => one.Cell).ToHashSet();
        var due = observer.Cells.Where(cell => cell.IsOutdated || cell.IsChanging || cell.Problem is not null || waiting.Contains(cell)).ToHashSet();
        var renewed = observer.Cells.Where(cell => !due.Contains(cell)).OrderBy(cell => cell.DescribedAt).Take(Renewals);
        using var describing = new SideBySide(InFlight, cancellationToken);
        foreach (var cell in due.Concat(renewed))
        {
            describing.Start(token => observer.DescribeAsync(cell, token));
        }

        await describing.AllAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Reads the metrics of shares that stand, and acts on each breach the moment its metrics are there, while the rest is still being listed,
    /// described and read: the way back waits for nothing it does not need. Should the endpoint have changed meanwhile, the cloud refuses and the next look tries again.
    /// </summary>
    private async Task GuardAsync(List<(EndpointCell Cell, RolloutState State)> active, CancellationToken cancellationToken)
    {
        var standing = Standing(active).ToList();
        var states = standing.ToDictionary(one => one.Cell, one => one.State);
        using var advancing = new SideBySide(InFlight, cancellationToken);
        try
        {
            await metrics.ReadAsync(Due(standing, clock.GetUtcNow()), Arrived, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await advancing.AllAsync().ConfigureAwait(false);
        }

        void Arrived(EndpointCell cell)
        {
            var assessments = guards.Look(states[cell], cell);
            if (assessments.Any(assessment => assessment.Verdict is Verdict.Breach))
            {
                advancing.Start(token => AdvanceAsync(cell, states[cell].Id, assessments, token));
            }
        }
    }

    private List<(EndpointCell Cell, RolloutState? Rollout)> Due(List<(EndpointCell Cell, RolloutState State)> active, DateTimeOffset at) =>
    [
        .. active
            .Where(one => !one.State.IsFinished)
            .DistinctBy(one => one.Cell)
            .Where(one => at - one.Cell.Metrics.AskedAt >= options.Value.ActiveInterval * 0.9)
            .Select(one => (one.Cell, (RolloutState?)one.State)),
    ];

    private async Task AdvanceAsync(List<(EndpointCell Cell, RolloutState State)> active, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        shadows.Look(active, at);
        var judged = active
            .Select(one => (one.Cell, one.State, Assessments: guards.Look(one.State, one.Cell)))
            .OrderByDescending(one => one.Assessments.Any(assessment => assessment.Verdict is Verdict.Breach))
            .ToList();
        using var advancing = new SideBySide(InFlight, cancellationToken);
        foreach (var (cell, state, assessments) in judged)
        {
            advancing.Start(token => AdvanceAsync(cell, state.Id, assessments, token));
        }

        await advancing.AllAsync().ConfigureAwait(false);
    }

    private FrozenQuantiles? Freezing(EndpointCell cell, RolloutId id)
    {
        var at = clock.GetUtcNow();
        return ledger.Find(id)?.State is { ChampionQuantiles: null, IsGuarded: false } state && MetricNeeds.ComparesLatency(state)
            ? QuantileFreezing.Of(cell.Metrics.Of(state.Plan.ChampionVariant).Windows, at - options.Value.SettleDelay, at)
            : null;
    }

    private async Task AdvanceAsync(EndpointCell cell, RolloutId id, IReadOnlyList<GuardrailAssessment> assessments, CancellationToken cancellationToken)
    {
        await cell.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Somebody may have acted since this look: an older description would prove what was before.
            if (ledger.Find(id)?.State.AskedAt is { } asked && cell.DescribedAt < asked)
            {
                await observer.DescribeAsync(cell, cancellationToken).ConfigureAwait(false);
            }

            await runner.StepAsync(id, cell.Problem is null ? cell.Description : null, cell.Problem, assessments, Freezing(cell, id), cancellationToken).ConfigureAwait(false);
            if (ledger.Find(id) is { Unsaved.Count: > 0 and var kept })
            {
                sources.Failed(SourceTracker.Store, $"The event store cannot be written; {kept} events of rollout {id} are kept and follow as soon as it can.");
            }
            else
            {
                sources.Succeeded(SourceTracker.Store);
            }
        }
        catch (StoreException failure)
        {
            sources.Failed(SourceTracker.Store, failure.Message);
            Log.StoreFailed(logger, failure, id.Value);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever is wrong with one rollout must not keep the others from being guarded.
            Log.RolloutFailed(logger, failure, id.Value);
        }
        finally
        {
            cell.Gate.Release();
        }
    }
}
