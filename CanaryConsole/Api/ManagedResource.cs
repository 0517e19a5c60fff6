using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api;

/// <summary>A deployment by SageMaker's guardrails as the API shows it.</summary>
/// <param name="OldConfig">What served when this was planned, and to which every way back leads.</param>
/// <param name="ConfigName">What is deployed; absent before it is asked for.</param>
/// <param name="RequestedAt">When the update was last asked for.</param>
/// <param name="TimesOutAt">When SageMaker rolls back by itself.</param>
/// <param name="Share">The new fleet's part of the traffic.</param>
/// <param name="Message">SageMaker's own words on the stage.</param>
/// <param name="AbortedAt">When the abort alarm was set to ALARM.</param>
/// <param name="Alarms">All that can make SageMaker roll back, as last seen; none before they are made.</param>
internal sealed record ManagedResource(
    string OldConfig,
    string? ConfigName,
    DateTimeOffset? RequestedAt,
    DateTimeOffset? TimesOutAt,
    PendingStage? Stage,
    Percentage? Share,
    int? OldInstances,
    int? NewInstances,
    int? NewInstancesWanted,
    string? Message,
    DateTimeOffset? AbortedAt,
    IReadOnlyList<AlarmSighting> Alarms)
{
    /// <summary>Null in a plan by weights.</summary>
    public static ManagedResource? Of(RolloutState state) => state.Plan.Managed is not { } managed
        ? null
        : new ManagedResource(
            managed.OldConfig,
            state.Managed?.ConfigName,
            state.Managed?.RequestedAt,
            state.Managed?.RequestedAt + managed.MaximumExecution,
            state.Managed?.Progress?.Stage,
            state.Managed?.Progress?.Share,
            state.Managed?.Progress?.OldInstances,
            state.Managed?.Progress?.NewInstances,
            state.Managed?.Progress?.NewInstancesWanted,
            state.Managed?.Progress?.Message,
            state.Managed?.AbortedAt,
            state.Managed?.Alarms ?? []);
}
