using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Asks the challenger alone, and reports how it answered.</summary>
internal sealed class SmokeTestPerformer(IEndpointControl endpoints, TimeProvider clock) : IActionPerformer
{
    public Task<Performed>? Perform(RolloutState state, RolloutAction action, CancellationToken cancellationToken) =>
        action is RolloutAction.RunSmokeTest test ? RunAsync(test, cancellationToken) : null;

    private async Task<Performed> RunAsync(RolloutAction.RunSmokeTest test, CancellationToken cancellationToken)
    {
        var result = await SmokeTesting.RunAsync(endpoints, test, cancellationToken).ConfigureAwait(false);
        return new Performed(LookStands: true, new RolloutInput.ReportSmokeTest(clock.GetUtcNow(), result));
    }
}
