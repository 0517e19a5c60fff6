using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Asks the challenger alone, and reports how it answered. Slow models do not hold up the looks at other endpoints.</summary>
internal sealed class SmokeTestPerformer(IEndpointControl endpoints, MonitorNudge nudge, TimeProvider clock) : IActionPerformer, IDisposable
{
    private readonly Errands<(RolloutId Rollout, DateTimeOffset Since), RolloutInput.ReportSmokeTest> _errands = new(nudge, clock);

    public Task<Performed>? Perform(RolloutState state, RolloutAction action, CancellationToken cancellationToken) =>
        action is RolloutAction.RunSmokeTest test ? CollectAsync(state, test) : null;

    public void Dispose() => _errands.Dispose();

    private async Task<Performed> CollectAsync(RolloutState state, RolloutAction.RunSmokeTest test) =>
        _errands.Collect((state.Id, state.PhaseSince), test.Endpoint, token => SmokeTesting.RunAsync(endpoints, test, clock, token)) is { } ended
            ? new Performed(LookStands: true, await ended.ConfigureAwait(false))
            : new Performed(LookStands: false);
}
