using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Waves;

/// <summary>
/// Takes each wave as far as one look allows. Level-triggered: before a rollout is started it is looked for, so that one whose start was not answered,
/// or not recorded before a crash, is recognised instead of started twice.
/// </summary>
internal sealed class WaveRunner(
    WaveLog log, IRolloutService rollouts, RolloutStarter starter, MonitorNudge nudge, TimeProvider clock, ILogger<WaveRunner> logger)
{
    /// <summary>More passes than changes of mind that can follow each other within one look.</summary>
    private const int MaximumPasses = 8;

    /// <summary>The newest rollouts of an endpoint among which the wave's own is looked for.</summary>
    private const int Recent = 10;

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await log.ActiveAsync(cancellationToken).ConfigureAwait(false))
        {
            await StepAsync(id, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task StepAsync(WaveId id, CancellationToken cancellationToken)
    {
        for (var pass = 0; pass < MaximumPasses; pass++)
        {
            if (await log.ReadAsync(id, cancellationToken).ConfigureAwait(false) is not { State: { IsFinished: false } state })
            {
                return;
            }

            var look = new WaveInput.Look(clock.GetUtcNow(), await RolloutsAsync(state, cancellationToken).ConfigureAwait(false));
            var looked = await ApplyAsync(id, look, cancellationToken).ConfigureAwait(false);
            if (looked is null || (!await StartAsync(looked.State, cancellationToken).ConfigureAwait(false) && looked.Happened.Count == 0))
            {
                return;
            }
        }
    }

    private async Task<IReadOnlyDictionary<RolloutId, RolloutState>> RolloutsAsync(WaveState state, CancellationToken cancellationToken)
    {
        var found = new Dictionary<RolloutId, RolloutState>();
        foreach (var id in state.Current.Select(member => member.Rollout).OfType<RolloutId>())
        {
            if (await rollouts.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } record)
            {
                found[id] = record.State;
            }
        }

        return found;
    }

    /// <summary>True when anything came of it.</summary>
    private async Task<bool> StartAsync(WaveState state, CancellationToken cancellationToken)
    {
        var moved = false;
        foreach (var member in state.Current.Where(member => member.Status is WaveMemberStatus.Starting))
        {
            var reference = new WaveReference(state.Id, member.Stage, member.Attempt);
            var begun = await OwnAsync(member.Endpoint, reference, cancellationToken).ConfigureAwait(false);
            if (begun is not null)
            {
                moved |= await ApplyAsync(state.Id, new WaveInput.ReportBegun(clock.GetUtcNow(), member, begun.Value), cancellationToken).ConfigureAwait(false) is not null;
            }
            else if (state.Phase is WavePhase.Running)
            {
                moved |= await StartAsync(state, member, reference, cancellationToken).ConfigureAwait(false);
            }
        }

        return moved;
    }

    private async Task<bool> StartAsync(WaveState state, WaveMember member, WaveReference reference, CancellationToken cancellationToken)
    {
        var request = state.Plan.Request with { Endpoint = member.Endpoint };
        switch (await starter.StartAsync(request, reference, state.StartedBy, state.Id.Value, cancellationToken).ConfigureAwait(false))
        {
            case CommandResult.Accepted accepted:
                nudge.Look(member.Endpoint);
                await ApplyAsync(state.Id, new WaveInput.ReportBegun(clock.GetUtcNow(), member, accepted.State.Id), cancellationToken).ConfigureAwait(false);
                return true;
            case CommandResult.Refused { Kind: RefusalKind.Unavailable } unavailable:
                // What did not answer may answer at the next look.
                Log.StartDelayed(logger, state.Id.Value, member.Endpoint, unavailable.Reason);
                return false;
            case var other:
                var refused = (CommandResult.Refused)other;
                await ApplyAsync(state.Id, new WaveInput.ReportRefused(clock.GetUtcNow(), member, refused.Reason), cancellationToken).ConfigureAwait(false);
                return true;
        }
    }

    private async Task<RolloutId?> OwnAsync(string endpoint, WaveReference reference, CancellationToken cancellationToken)
    {
        var recent = await rollouts.ListAsync(endpoint, Recent, cancellationToken).ConfigureAwait(false);
        return recent.FirstOrDefault(rollout => rollout.Plan.Wave == reference)?.Id;
    }

    private async Task<WaveOutcome?> ApplyAsync(WaveId id, WaveInput input, CancellationToken cancellationToken)
    {
        var outcome = await log.ApplyAsync(id, input, cancellationToken).ConfigureAwait(false);
        foreach (var recorded in outcome?.Happened ?? [])
        {
            Log.Happened(logger, id.Value, recorded.Version, recorded.Event.GetType().Name);
        }

        return outcome;
    }
}
