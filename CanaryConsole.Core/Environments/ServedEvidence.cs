using System.Text.Json.Serialization;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Environments;

/// <summary>That a package served in an environment, as the console's own events show it.</summary>
/// <param name="Environment">Where, as in "dev".</param>
/// <param name="Endpoint">On which of its endpoints.</param>
/// <param name="From">When it was seen with traffic, or when time began to count anew after a breach.</param>
/// <param name="To">Until when it had traffic: the moment of the look where it still had.</param>
/// <param name="Asked">How long it had to.</param>
/// <param name="Breaches">How often a guardrail breached meanwhile.</param>
/// <param name="Rollout">What brought it there; null where none did.</param>
public sealed record ServedEvidence(string Environment, string Endpoint, DateTimeOffset From, DateTimeOffset To, TimeSpan Asked, int Breaches, RolloutId? Rollout = null)
{
    [JsonIgnore]
    public TimeSpan Served => To - From;
}
