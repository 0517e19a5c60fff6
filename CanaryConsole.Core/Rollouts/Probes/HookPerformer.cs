using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Asks hooks beside the looks, so that guards act and people roll back while one takes its time.</summary>
internal sealed class HookPerformer(IHookCaller hooks, MonitorNudge nudge, TimeProvider clock) : IActionPerformer, IDisposable
{
    private readonly Errands<(string Key, DateTimeOffset? AskedAt), HookAnswer> _errands = new(nudge, clock);

    public Task<Performed>? Perform(RolloutState state, RolloutAction action, CancellationToken cancellationToken) =>
        action is RolloutAction.ProbeAction.AskHook ask ? CollectAsync(state, ask.Call) : null;

    public void Dispose() => _errands.Dispose();

    private async Task<Performed> CollectAsync(RolloutState state, HookCall call) =>
        _errands.Collect((call.IdempotencyKey, state.Probes.HookAskedAt), call.Endpoint, token => hooks.CallAsync(call, token)) is { } ended
            ? new Performed(LookStands: true, new RolloutInput.ProbeInput.ReportHook(clock.GetUtcNow(), call.Hook, await ended.ConfigureAwait(false)))
            : new Performed(LookStands: false);
}
