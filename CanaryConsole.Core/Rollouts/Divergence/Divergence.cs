using System.Text.Json.Serialization;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What somebody else made of the endpoint while a rollout held it.</summary>
/// <param name="Expected">What this rollout wants there.</param>
/// <param name="Seen">What the endpoint showed.</param>
/// <param name="Differences">Each a clause for people, as in "the challenger has 33 %, wanted 5 %"; at least one.</param>
/// <param name="ConfigChanged">The endpoint runs on another configuration: to restore it takes an update, not only weights.</param>
/// <param name="NotAdoptable">Why this cannot be taken as wanted; null when it can.</param>
/// <param name="NotRestorable">Why the console cannot bring back what it wanted; null when it can.</param>
public sealed record Divergence(
    EndpointSight Expected,
    EndpointSight Seen,
    IReadOnlyList<string> Differences,
    bool ConfigChanged,
    string? NotAdoptable = null,
    string? NotRestorable = null)
{
    /// <summary>All differences as one clause.</summary>
    [JsonIgnore]
    public string Told => string.Join("; ", Differences);
}

/// <summary>A divergence that nobody has settled yet.</summary>
/// <param name="Since">When it was first seen.</param>
/// <param name="WasPaused">A person had paused the rollout before, so settling it does not resume.</param>
/// <param name="Restoration">The way back to our configuration; null while nobody has ordered it.</param>
public sealed record StandingDivergence(Divergence Found, DateTimeOffset Since, bool WasPaused, ConfigRestoration? Restoration = null);

/// <summary>Our configuration is being brought back.</summary>
/// <param name="Requests">How often it was asked for.</param>
/// <param name="RequestedAt">When it was last asked for; null before the first time.</param>
public sealed record ConfigRestoration(DateTimeOffset OrderedAt, int Requests = 0, DateTimeOffset? RequestedAt = null);
