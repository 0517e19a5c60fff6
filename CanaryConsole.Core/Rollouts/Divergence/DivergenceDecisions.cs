using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Changes by somebody else are never fought: the rollout pauses, guards go on, and a person adopts or restores.</summary>
internal static class DivergenceDecisions
{
    /// <summary>Null when nobody else has changed anything, or when this phase has nothing to compare with.</summary>
    public static Decision? Observe(RolloutState state, RolloutInput.Observe observed)
    {
        if (!IsWatched(state))
        {
            return null;
        }

        if (state.Divergence is { Restoration: { } restoration })
        {
            return DivergenceRestoring.Observe(state, restoration, observed);
        }

        if (observed.Endpoint is not { Status: EndpointStatus.InService } endpoint)
        {
            return null;
        }

        return (state.Divergence, DivergenceFinding.Find(state, endpoint)) switch
        {
            (null, null) => null,
            (null, { } found) => Decision.Of(
                new RolloutEvent.DivergenceEvent.EndpointDiverged(found),
                new RolloutEvent.AttentionRequested($"changed outside this rollout: {found.Told}; adopt it or restore what was there")),
            ({ }, null) => Decision.Of(new RolloutEvent.DivergenceEvent.DivergenceEnded()),
            ({ } standing, { } found) => standing.Found.Differences.SequenceEqual(found.Differences, StringComparer.Ordinal)
                ? Decision.Nothing
                : Decision.Of(new RolloutEvent.DivergenceEvent.EndpointDiverged(found)),
        };
    }

    public static Decision Adopt(RolloutState state) => state.Divergence switch
    {
        null => Refuse(state, "adopt", "nobody else has changed its endpoint"),
        { Restoration: { } restoration } => Refuse(state, "adopt", $"it is being restored since {restoration.OrderedAt.UtcDateTime:HH:mm:ss} UTC"),
        { Found.NotAdoptable: { } reason } => Refuse(state, "adopt what is there", reason),
        { Found: var found } => Decision.Of(
            new RolloutEvent.DivergenceEvent.DivergenceAdopted(found.Seen.ShareOf(state.Plan.Challenger.VariantName), found.Seen)),
    };

    public static Decision Restore(RolloutState state) => state.Divergence switch
    {
        null => Refuse(state, "restore", "nobody else has changed its endpoint"),
        { Restoration: { } restoration } => Refuse(state, "restore", $"it is being restored since {restoration.OrderedAt.UtcDateTime:HH:mm:ss} UTC"),
        { Found.NotRestorable: { } reason } => Refuse(state, "restore what was there", reason),
        { Found: var found } => Decision.Of(new RolloutEvent.DivergenceEvent.RestoreOrdered(found.ConfigChanged)),
    };

    /// <summary>The reason why a command has to wait for a divergence to be settled; null when none stands.</summary>
    public static Decision.Refused? Unsettled(RolloutState state, string what) =>
        state.Divergence is null ? null : Refuse(state, what, "somebody else has changed its endpoint; adopt that or restore what was there first");

    // Outside these phases the console itself is changing the endpoint, or nobody is.
    private static bool IsWatched(RolloutState state) => state.Step >= 0
        && state.Phase is RolloutPhase.Baking or RolloutPhase.AtGate or RolloutPhase.Paused or RolloutPhase.Promoting or RolloutPhase.Soaking;

    private static Decision.Refused Refuse(RolloutState state, string what, string why) =>
        new($"Rollout {state.Id} cannot {what}{(state.Divergence is null ? $" while {state.Phase}" : "")}: {why}.");
}
