using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The fold of a managed deployment's events.</summary>
/// <param name="AlarmsRequestedAt">When the alarms were last asked for; null before.</param>
/// <param name="AlarmRequests">How often they were asked for.</param>
/// <param name="AlarmsReady">They were read back.</param>
/// <param name="Alarms">As last seen, the console's own first.</param>
/// <param name="Attempts">How often the update was asked for.</param>
/// <param name="RequestedAt">When it was last asked for.</param>
/// <param name="Seen">The update was seen at work: what stands on the endpoint from then on is its outcome.</param>
/// <param name="Progress">Where it stands; null before it was seen.</param>
/// <param name="AbortedAt">When the abort alarm was set to ALARM; null while nobody aborts.</param>
/// <param name="Reverts">How often the update back to the old configuration was asked for.</param>
public sealed record ManagedState(
    DateTimeOffset? AlarmsRequestedAt = null,
    int AlarmRequests = 0,
    bool AlarmsReady = false,
    IReadOnlyList<AlarmSighting>? Alarms = null,
    int Attempts = 0,
    DateTimeOffset? RequestedAt = null,
    string? ConfigName = null,
    bool Seen = false,
    ManagedProgress? Progress = null,
    DateTimeOffset? AbortedAt = null,
    int Reverts = 0,
    DateTimeOffset? RevertRequestedAt = null)
{
    /// <summary>The alarms that were last seen in ALARM.</summary>
    public IEnumerable<AlarmSighting> Tripped => (Alarms ?? []).Where(alarm => alarm.State is AlarmState.Alarm);
}

/// <summary>Where SageMaker stands with a deployment, read from the endpoint.</summary>
/// <param name="Share">The new fleet's part of the traffic.</param>
/// <param name="OldInstances">Running instances of the fleet that is to go.</param>
/// <param name="NewInstances">Running instances of the fleet that comes.</param>
/// <param name="NewInstancesWanted">How many it is to have.</param>
/// <param name="Message">SageMaker's own words.</param>
public sealed record ManagedProgress(PendingStage Stage, Percentage Share, int OldInstances, int NewInstances, int NewInstancesWanted, string? Message);
