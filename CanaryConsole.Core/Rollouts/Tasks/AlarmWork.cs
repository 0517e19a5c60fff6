using System.Globalization;
using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>Makes the challenger's alarms, and deletes those that a rollout leaves without anything to watch; the team's own are theirs.</summary>
internal sealed class AlarmWork(IAlarmControl alarms) : ITaskWork
{
    public Task<TaskOutcome>? Do(RolloutTask task, RolloutState state, CancellationToken cancellationToken) => task switch
    {
        RolloutTask.MakeAlarms => MakeAsync(ChallengerAlarms.Of(state.Id.Value, state.Plan), state.Plan.Challenger.VariantName, cancellationToken),
        RolloutTask.RemoveAlarms => RemoveAsync(RolloutAlarms.ToRemove(state), cancellationToken),
        _ => null,
    };

    private async Task<TaskOutcome> MakeAsync(IReadOnlyList<GuardAlarm> wanted, string variant, CancellationToken cancellationToken)
    {
        await alarms.PutAsync(wanted, cancellationToken).ConfigureAwait(false);
        var seen = await alarms.DescribeAsync([.. wanted.Select(alarm => alarm.Name)], cancellationToken).ConfigureAwait(false);
        return seen.FirstOrDefault(alarm => alarm.Seen.State is AlarmState.Missing) is { } missing
            ? throw new CloudException(CloudFailure.Unavailable, $"Alarm {missing.Name} was asked for, but does not read back.")
            : new TaskOutcome(string.Create(CultureInfo.InvariantCulture, $"{Count(wanted.Count)} watch{(wanted.Count == 1 ? "es" : "")} {variant}"));
    }

    private async Task<TaskOutcome> RemoveAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await alarms.DeleteAsync(names, cancellationToken).ConfigureAwait(false);
        var seen = await alarms.DescribeAsync(names, cancellationToken).ConfigureAwait(false);
        return seen.FirstOrDefault(alarm => alarm.Seen.State is not AlarmState.Missing) is { } standing
            ? throw new CloudException(CloudFailure.Unavailable, $"Alarm {standing.Name} was to be deleted, but reads back.")
            : new TaskOutcome($"{Count(names.Count)} {(names.Count == 1 ? "is" : "are")} gone");
    }

    private static string Count(int number) => Journal.Count(number, "alarm");
}
