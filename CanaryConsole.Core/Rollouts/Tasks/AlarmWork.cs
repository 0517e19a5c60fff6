using System.Globalization;
using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>Deletes the alarms that watched a managed deployment; those the team named are theirs.</summary>
internal sealed class AlarmWork(IAlarmControl alarms) : ITaskWork
{
    public Task<TaskOutcome>? Do(RolloutTask task, RolloutState state, CancellationToken cancellationToken) =>
        task is RolloutTask.RemoveAlarms ? RemoveAsync([.. ManagedAlarmDecisions.Wanted(state).Select(alarm => alarm.Name)], cancellationToken) : null;

    private async Task<TaskOutcome> RemoveAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await alarms.DeleteAsync(names, cancellationToken).ConfigureAwait(false);
        return new TaskOutcome(string.Create(CultureInfo.InvariantCulture, $"{names.Count} alarms are gone"));
    }
}
