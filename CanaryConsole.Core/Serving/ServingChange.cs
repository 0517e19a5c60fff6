using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Serving;

/// <summary>How well a split of the traffic is known.</summary>
public enum ServingProof
{
    /// <summary>The console asked for it; the endpoint was not seen with it.</summary>
    Ordered,

    /// <summary>The endpoint was seen with it.</summary>
    ReadBack,
}

/// <summary>A split of an endpoint's traffic that an event speaks of.</summary>
/// <param name="At">When it was ordered, or seen.</param>
/// <param name="Variants">The greatest share first; those without traffic are left out.</param>
/// <param name="Actor">Who: a person, "api", or "monitor".</param>
/// <param name="Cause">What the event says, as a sentence.</param>
/// <param name="Stream">The stream of that event, as in "rollout/media-ranker-20261121-1".</param>
/// <param name="Version">Its number in the stream.</param>
/// <param name="Rollout">Null when no rollout did it.</param>
/// <param name="NotBefore">For a split that was found and not ordered: until then the one before was still seen, so it changed in between. Null when unknown.</param>
public sealed record ServingChange(
    DateTimeOffset At,
    ServingProof Proof,
    IReadOnlyList<ServedVariant> Variants,
    string Actor,
    string Cause,
    string Stream,
    int Version,
    RolloutId? Rollout = null,
    DateTimeOffset? NotBefore = null);
