using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

internal static partial class RolloutEventSamples
{
    private static IReadOnlyList<RolloutEvent> Shadow =>
    [
        new RolloutEvent.ShadowEvent.ShadowRequested(2),
        new RolloutEvent.ShadowEvent.ShadowReady("cc-config"),
    ];
}
