using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Which rollout holds an endpoint, in the store's word.</summary>
internal sealed class EndpointHolder(RolloutLedger ledger, IEventStore store)
{
    /// <summary>Null where none does.</summary>
    public async Task<RolloutId?> FindAsync(string endpoint, CancellationToken cancellationToken)
    {
        var claim = RolloutLedger.ClaimOn(endpoint);
        var claims = await store.ListClaimsAsync(claim, cancellationToken).ConfigureAwait(false);
        return claims.TryGetValue(claim, out var stream) ? RolloutLedger.IdOf(stream) : null;
    }

    public string Sentence(string endpoint, RolloutId holder) =>
        $"endpoint {endpoint} is held by rollout {holder}{StartedBy(holder)}; one rollout at a time moves an endpoint's traffic.";

    private string StartedBy(RolloutId holder) => ledger.Find(holder) is { } rollout ? $" ({rollout.State.Phase}, started by {rollout.State.StartedBy})" : "";
}
