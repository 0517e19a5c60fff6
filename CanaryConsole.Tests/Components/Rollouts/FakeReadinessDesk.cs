using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Components.Rollouts;

internal sealed class FakeReadinessDesk : IReadinessDesk
{
    public List<string> Asked { get; } = [];

    public void CheckNow(RolloutId id, string endpoint) => Asked.Add($"{id} on {endpoint}");
}
