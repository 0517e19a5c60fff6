using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

internal static partial class RolloutEventSamples
{
    private static IReadOnlyList<RolloutEvent> Managed =>
    [
        new RolloutEvent.ManagedEvent.AlarmsRequested(["canaryconsole-media-ranker-20261121-1-errors", "canaryconsole-media-ranker-20261121-1-abort"]),
        new RolloutEvent.ManagedEvent.AlarmsReady(Sighted(AlarmState.InsufficientData)),
        new RolloutEvent.ManagedEvent.DeploymentRequested(2, "cc-config"),
        new RolloutEvent.ManagedEvent.DeploymentProgressed(new ManagedProgress(PendingStage.Baking, Percentage.FromPercent(10), 2, 1, 2, "10% of the endpoint's traffic is on this fleet.")),
        new RolloutEvent.ManagedEvent.AlarmStatesSeen(Sighted(AlarmState.Alarm)),
        new RolloutEvent.ManagedEvent.AbortRequested("canaryconsole-media-ranker-20261121-1-abort"),
        new RolloutEvent.ManagedEvent.DeploymentConfirmed("cc-config", TimeSpan.FromMinutes(21), new EndpointSight("cc-config", [new("champion", "media-ranker-v8", "ml.m5.xlarge", 1, 2)])),
        new RolloutEvent.ManagedEvent.RevertRequested(2, "media-ranker-config"),
    ];

    private static AlarmSighting[] Sighted(AlarmState state) => [new("canaryconsole-media-ranker-20261121-1-errors", state, WindowEnd, "Threshold Crossed")];
}
