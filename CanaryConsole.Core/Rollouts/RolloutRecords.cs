using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Rollouts from memory where they are kept there, from the store otherwise.</summary>
internal sealed class RolloutRecords(RolloutLedger ledger, IEventStore store) : IRolloutRecords
{
    public async Task<RolloutRecord?> FindAsync(RolloutId id, CancellationToken cancellationToken) =>
        (ledger.Find(id) ?? await ledger.ReadAsync(id, cancellationToken).ConfigureAwait(false)) is { } rollout
            ? new RolloutRecord(rollout.State, rollout.Events)
            : null;

    public async Task<IReadOnlyList<RolloutState>> ListAsync(string? endpoint, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 200);

        // An endpoint's rollouts are named after it, so the name is the index; the date that follows keeps "ranker" apart from "ranker-eu".
        var prefix = RolloutEventJson.StreamPrefix + (endpoint is null ? "" : $"{endpoint}-2");
        var streams = await store.ListStreamsAsync(prefix, limit, cancellationToken).ConfigureAwait(false);
        var rollouts = new List<RolloutState>(streams.Count);
        foreach (var stream in streams)
        {
            if (await FindAsync(RolloutLedger.IdOf(stream), cancellationToken).ConfigureAwait(false) is { } rollout
                && (endpoint is null || rollout.State.Plan.Endpoint == endpoint))
            {
                rollouts.Add(rollout.State);
            }
        }

        return rollouts;
    }
}
