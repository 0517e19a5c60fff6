using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Alarms in CloudWatch. PutMetricAlarm takes three calls a second, so they go one after the other.</summary>
internal sealed class CloudWatchAlarmControl(IAmazonCloudWatch cloudWatch, NotificationTopic? topics = null) : IAlarmControl
{
    private const int LongestReason = 1023;

    public async Task PutAsync(IReadOnlyList<GuardAlarm> alarms, CancellationToken cancellationToken)
    {
        var topic = topics is not null && alarms.Any(alarm => alarm.Notifies) ? await topics.FindAsync(cancellationToken).ConfigureAwait(false) : null;
        foreach (var alarm in alarms)
        {
            await CloudCall.RunAsync(
                "PutMetricAlarm", Named(alarm.Name), () => cloudWatch.PutMetricAlarmAsync(AlarmTranslation.Request(alarm, topic), cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        // An alarm without data stays where it is put. One that an earlier attempt has made may have been moved since, and keeps its state.
        foreach (var abort in alarms.Where(alarm => alarm.Rule is AlarmRule.Abort))
        {
            if (await DescribeAsync([abort.Name], cancellationToken).ConfigureAwait(false) is [{ Seen.State: AlarmState.InsufficientData }])
            {
                await SetStateAsync(abort.Name, AlarmState.Ok, "Nothing is to be aborted.", cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public async Task<IReadOnlyList<AlarmFacts>> DescribeAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var pages = Paginator.PagesAsync(
            (token, stop) => cloudWatch.DescribeAlarmsAsync(
                new DescribeAlarmsRequest { AlarmNames = [.. names], AlarmTypes = [AlarmType.MetricAlarm, AlarmType.CompositeAlarm], NextToken = token }, stop),
            cancellationToken: cancellationToken);
        var found = await CloudCall.RunAsync(
            "DescribeAlarms",
            $"{names.Count} alarms",
            async () =>
            {
                var all = new Dictionary<string, AlarmFacts>(StringComparer.Ordinal);
                await foreach (var page in pages.ConfigureAwait(false))
                {
                    foreach (var facts in (page.MetricAlarms ?? []).Select(AlarmTranslation.Facts).Concat((page.CompositeAlarms ?? []).Select(AlarmTranslation.Facts)))
                    {
                        all[facts.Name] = facts;
                    }
                }

                return all;
            },
            cancellationToken).ConfigureAwait(false);
        return [.. names.Select(name => found.GetValueOrDefault(name) ?? AlarmTranslation.Missing(name))];
    }

    public Task SetStateAsync(string name, AlarmState state, string reason, CancellationToken cancellationToken) => CloudCall.RunAsync(
        "SetAlarmState",
        Named(name),
        () => cloudWatch.SetAlarmStateAsync(
            new SetAlarmStateRequest { AlarmName = name, StateValue = AlarmTranslation.Value(state), StateReason = reason.Length <= LongestReason ? reason : reason[..LongestReason] },
            cancellationToken),
        cancellationToken);

    public async Task DeleteAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        // CloudWatch deletes all of them or, where one does not exist, none.
        var existing = (await DescribeAsync(names, cancellationToken).ConfigureAwait(false)).Where(alarm => alarm.Seen.State is not AlarmState.Missing).Select(alarm => alarm.Name).ToList();
        if (existing.Count > 0)
        {
            await CloudCall.RunAsync(
                "DeleteAlarms", $"{existing.Count} alarms", () => cloudWatch.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = existing }, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Named(string alarm) => $"alarm \"{alarm}\"";
}
