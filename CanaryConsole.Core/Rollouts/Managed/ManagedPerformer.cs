using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Carries out a managed deployment: alarms in CloudWatch, updates in SageMaker.</summary>
internal sealed class ManagedPerformer(IAlarmControl alarms, IManagedDeploymentControl deployments, TimeProvider clock) : IActionPerformer
{
    public Task<Performed>? Perform(RolloutState state, RolloutAction action, CancellationToken cancellationToken) => action switch
    {
        RolloutAction.ManagedAction.PutAlarms put => PutAsync(put, cancellationToken),
        RolloutAction.ManagedAction.WatchAlarms watch => WatchAsync(watch, cancellationToken),
        RolloutAction.ManagedAction.Deploy deploy => AfterAsync(deployments.DeployAsync(deploy.Order, cancellationToken)),
        RolloutAction.ManagedAction.Revert revert => AfterAsync(deployments.RevertAsync(revert.Endpoint, revert.ConfigName, cancellationToken)),
        RolloutAction.ManagedAction.Abort abort => AbortAsync(state, abort, cancellationToken),
        _ => null,
    };

    private static async Task<Performed> AfterAsync(Task change)
    {
        await change.ConfigureAwait(false);
        return new Performed(LookStands: false);
    }

    private async Task<Performed> PutAsync(RolloutAction.ManagedAction.PutAlarms put, CancellationToken cancellationToken)
    {
        await alarms.PutAsync(put.Alarms, cancellationToken).ConfigureAwait(false);
        return new Performed(LookStands: true, await SeeAsync(put.Watched, cancellationToken).ConfigureAwait(false));
    }

    private async Task<Performed> WatchAsync(RolloutAction.ManagedAction.WatchAlarms watch, CancellationToken cancellationToken)
    {
        try
        {
            var seen = await SeeAsync(watch.Names, cancellationToken).ConfigureAwait(false);
            return new Performed(LookStands: false, seen with { RollsBack = watch.RollsBack });
        }
        catch (CloudException failure)
        {
            // The deployment goes on without being told what its alarms say; that is worth a word, not a stop.
            return new Performed(LookStands: false, new RolloutInput.ManagedInput.ReportAlarms(clock.GetUtcNow(), [], watch.RollsBack, failure.Message));
        }
    }

    private async Task<Performed> AbortAsync(RolloutState state, RolloutAction.ManagedAction.Abort abort, CancellationToken cancellationToken)
    {
        try
        {
            await alarms.SetStateAsync(abort.Alarm.Name, AlarmState.Alarm, abort.Reason, cancellationToken).ConfigureAwait(false);
        }
        catch (CloudException gone) when (gone.Failure is CloudFailure.NotFound)
        {
            // Somebody deleted it. SageMaker knows it by its name, so one made anew does as well.
            await alarms.PutAsync([abort.Alarm], cancellationToken).ConfigureAwait(false);
            await alarms.SetStateAsync(abort.Alarm.Name, AlarmState.Alarm, abort.Reason, cancellationToken).ConfigureAwait(false);
        }

        return await WatchAsync(new RolloutAction.ManagedAction.WatchAlarms(ManagedAlarmDecisions.Names(state), RollsBack: false), cancellationToken).ConfigureAwait(false);
    }

    private async Task<RolloutInput.ManagedInput.ReportAlarms> SeeAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var facts = await alarms.DescribeAsync(names, cancellationToken).ConfigureAwait(false);
        return new RolloutInput.ManagedInput.ReportAlarms(clock.GetUtcNow(), [.. facts.Select(alarm => alarm.Seen)]);
    }
}
