using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

internal static partial class RolloutEventSamples
{
    private static IReadOnlyList<RolloutEvent> Tasks =>
    [
        new RolloutEvent.TaskEvent.RestorationStarted(RolloutPhase.RolledBack),
    ];
}
