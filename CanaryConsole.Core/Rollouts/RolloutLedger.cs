using System.Collections.Concurrent;
using CanaryConsole.Core.Storage;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Rollouts;

/// <summary>
/// The one place where inputs become events: decide, append with the expected version, evolve; on a conflict read again and decide again.
/// The way back to the champion never waits for the store: what cannot be written is kept and written as soon as it can be.
/// </summary>
internal sealed class RolloutLedger(IEventStore store, TimeProvider clock, WallClock wall, ILogger<RolloutLedger> logger)
{
    private const int KeptFinished = 100;
    private const int Attempts = 5;

    private readonly ConcurrentDictionary<RolloutId, LiveRollout> _live = new();
    private readonly ConcurrentDictionary<RolloutId, SemaphoreSlim> _gates = new();

    public static string ClaimOn(string endpoint) => $"rollout-on/{endpoint}";

    public static string StreamOf(RolloutId id) => RolloutEventJson.StreamPrefix + id.Value;

    public static RolloutId IdOf(string stream) => new(stream[RolloutEventJson.StreamPrefix.Length..]);

    /// <summary>Active rollouts and the latest finished ones, newest first.</summary>
    public IReadOnlyList<LiveRollout> All => [.. _live.Values.OrderByDescending(rollout => rollout.State.PlannedAt)];

    public LiveRollout? Find(RolloutId id) => _live.GetValueOrDefault(id);

    /// <summary>The rollout that moves the endpoint's traffic now, or null.</summary>
    public RolloutState? ActiveOn(string endpoint)
    {
        foreach (var (_, rollout) in _live)
        {
            if (!rollout.State.IsFinished && rollout.State.Plan.Endpoint == endpoint)
            {
                return rollout.State;
            }
        }

        return null;
    }

    /// <summary>Reads what was active and what was recent when the console last ran.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var recent = await store.ListStreamsAsync(RolloutEventJson.StreamPrefix, KeptFinished, cancellationToken).ConfigureAwait(false);
        foreach (var stream in recent)
        {
            await LearnAsync(IdOf(stream), cancellationToken).ConfigureAwait(false);
        }

        await FollowAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Learns of what other consoles on the same store have begun, and of what they have written to the active rollouts.</summary>
    /// <exception cref="StoreException">The store could not be read; what is known stands.</exception>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        var claims = await StoreCall.WithinAsync(StoreCall.Limit, wall, token => store.ListClaimsAsync(ClaimOn(""), token), cancellationToken).ConfigureAwait(false);
        var held = claims.Values.Where(stream => stream.StartsWith(RolloutEventJson.StreamPrefix, StringComparison.Ordinal)).Select(IdOf).ToHashSet();
        foreach (var id in held.Union(All.Where(rollout => !rollout.State.IsFinished).Select(rollout => rollout.State.Id)))
        {
            await LearnAsync(id, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads again what a rollout has become, unless somebody is deciding on it right now. Answers what is known of it then.</summary>
    /// <exception cref="StoreException">The store could not be read; what is known stands.</exception>
    public async Task<LiveRollout?> LearnAsync(RolloutId id, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(id, _ => new SemaphoreSlim(1, 1));
        if (!await gate.WaitAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false))
        {
            return Find(id);
        }

        try
        {
            var known = Find(id);
            if (known is { Unsaved.Count: > 0 })
            {
                return known;
            }

            var news = await ReadStreamAsync(id, known?.State.Version ?? 0, cancellationToken).ConfigureAwait(false);
            return news.Count == 0 ? known : _live[id] = known is null ? LiveRollout.Of(news) : known.Then(news);
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task<LiveRollout?> ReadAsync(RolloutId id, CancellationToken cancellationToken)
    {
        var stored = await ReadStreamAsync(id, 0, cancellationToken).ConfigureAwait(false);
        return stored.Count == 0 ? null : LiveRollout.Of(stored);
    }

    /// <summary>Records a plan and takes the endpoint in one transaction.</summary>
    public async Task<AppendResult> BeginAsync(RolloutEvent.RolloutPlanned planned, string actor, CancellationToken cancellationToken)
    {
        var id = planned.Id;
        var begun = RolloutEventJson.ToNew(planned, clock.GetUtcNow(), actor);
        var result = await AppendAsync(new Append(StreamOf(id), 0, [begun], Acquire: ClaimOn(planned.Plan.Endpoint)), StoreCall.Limit, cancellationToken).ConfigureAwait(false);
        if (result is AppendResult.Appended appended)
        {
            _live[id] = LiveRollout.Of(appended.Events);
            Forget();
        }

        return result;
    }

    /// <exception cref="StoreException">The events could not be stored, so nothing happened; never on the way back to the champion.</exception>
    public async Task<LedgerResult> ApplyAsync(RolloutId id, RolloutInput input, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(id, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if ((_live.GetValueOrDefault(id) ?? await ReadAsync(id, cancellationToken).ConfigureAwait(false)) is not { } before)
                {
                    return new LedgerResult.Unknown();
                }

                if (await TryApplyAsync(before, input, cancellationToken).ConfigureAwait(false) is { } result)
                {
                    return result;
                }

                // Somebody wrote first, or the store's last reply was lost: what was kept is held against what is there.
                _live[id] = KeptEvents.Merge(before, await ReadStreamAsync(id, 0, cancellationToken).ConfigureAwait(false));
            }

            throw new StoreException($"Rollout {id} was changed by others {Attempts} times in a row; try again.");
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Null on a version conflict.</summary>
    private async Task<LedgerResult?> TryApplyAsync(LiveRollout before, RolloutInput input, CancellationToken cancellationToken)
    {
        var decision = RolloutDecider.Decide(before.State, input);
        if (decision is Decision.Refused refused)
        {
            return new LedgerResult.Refused(refused.Reason);
        }

        var happened = ((Decision.Accepted)decision).Events
            .Select((rolloutEvent, index) => new RecordedRolloutEvent(before.State.Version + index + 1, input.At, input.Actor, rolloutEvent))
            .ToList();
        if (happened.Count == 0 && before.Unsaved.Count == 0)
        {
            _live.TryAdd(before.State.Id, before);
            return new LedgerResult.Applied(before.State, []);
        }

        var after = new LiveRollout(
            happened.Aggregate(before.State, RolloutEvolution.Evolve),
            before.Events.AddRange(happened),
            before.Unsaved.AddRange(happened.Select(recorded => RolloutEventJson.ToNew(recorded.Event, recorded.At, recorded.Actor))));
        return await SaveAsync(before, after, cancellationToken).ConfigureAwait(false)
            ? new LedgerResult.Applied(after.State, happened)
            : null;
    }

    private async Task<bool> SaveAsync(LiveRollout before, LiveRollout after, CancellationToken cancellationToken)
    {
        var append = new Append(
            StreamOf(after.State.Id),
            before.State.Version - before.Unsaved.Count,
            after.Unsaved,
            Release: after.State.IsFinished ? ClaimOn(after.State.Plan.Endpoint) : null);
        try
        {
            if (await AppendAsync(append, after.State.IsOnTheWayBack ? StoreCall.UrgentLimit : StoreCall.Limit, cancellationToken).ConfigureAwait(false) is not AppendResult.Appended)
            {
                return false;
            }

            _live[after.State.Id] = after with { Unsaved = [] };
        }
        catch (StoreException failure) when (after.State.IsOnTheWayBack)
        {
            Log.EventsKept(logger, failure, after.State.Id.Value, after.Unsaved.Count);
            _live[after.State.Id] = after;
        }

        return true;
    }

    private Task<AppendResult> AppendAsync(Append append, TimeSpan limit, CancellationToken cancellationToken) =>
        StoreCall.WithinAsync(limit, wall, token => store.AppendAsync(append, token), cancellationToken);

    private Task<IReadOnlyList<StoredEvent>> ReadStreamAsync(RolloutId id, int afterVersion, CancellationToken cancellationToken) =>
        StoreCall.WithinAsync(StoreCall.Limit, wall, token => store.ReadAsync(StreamOf(id), afterVersion, token), cancellationToken);

    private void Forget()
    {
        foreach (var old in All.Where(rollout => !rollout.NeedsAttention).Skip(KeptFinished))
        {
            _live.TryRemove(old.State.Id, out _);
            _gates.TryRemove(old.State.Id, out _);
        }
    }
}
