using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

internal static partial class RolloutEventSamples
{
    private static IReadOnlyList<RolloutEvent> Probes => [];
}
