using System.Text.Json;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Alarms;

internal static class AlarmOperations
{
    private const string Prefix = "GraniteServiceVersion20100801.";
    private const int PageSize = 50;
    private const int HistoryPageSize = 100;

    private static readonly string[] States = [StateValue.OK.Value, StateValue.ALARM.Value, StateValue.INSUFFICIENT_DATA.Value];

    public static void Register(OperationTable operations)
    {
        operations.Add<PutMetricAlarmRequest>($"{Prefix}PutMetricAlarm", Put);
        operations.Add<DescribeAlarmsRequest, DescribeAlarmsResponse>($"{Prefix}DescribeAlarms", Describe);
        operations.Add<DescribeAlarmHistoryRequest, DescribeAlarmHistoryResponse>($"{Prefix}DescribeAlarmHistory", DescribeHistory);
        operations.Add<SetAlarmStateRequest>($"{Prefix}SetAlarmState", SetState);
        operations.Add<DeleteAlarmsRequest>($"{Prefix}DeleteAlarms", (request, world, now) => world.Alarms.Delete(Named(request.AlarmNames), now));
        operations.Add<AlarmsNamed>($"{Prefix}EnableAlarmActions", (request, world, _) => world.Alarms.EnableActions(Named(request.AlarmNames), areEnabled: true));
        operations.Add<AlarmsNamed>($"{Prefix}DisableAlarmActions", (request, world, _) => world.Alarms.EnableActions(Named(request.AlarmNames), areEnabled: false));
        operations.Add<AlarmsNamed>($"{Prefix}PutCompositeAlarm", (_, _, _) => throw new AwsErrorException(
            "InvalidParameterValue", "Composite alarms are not known to the sandbox: watch several metrics by an expression in the Metrics of PutMetricAlarm."));
    }

    internal static void Put(PutMetricAlarmRequest request, World world, DateTimeOffset now) =>
        world.Alarms.Put(AlarmRules.Check(request, world.Metrics, now));

    private static DescribeAlarmsResponse Describe(DescribeAlarmsRequest request, World world, DateTimeOffset now)
    {
        if (request.AlarmNames is { Count: > 0 } && request.AlarmNamePrefix is not null)
        {
            throw new AwsErrorException("InvalidParameterCombination", "The parameters AlarmNames and AlarmNamePrefix are mutually exclusive: give one of them.");
        }

        if ((request.ChildrenOfAlarmName ?? request.ParentsOfAlarmName) is not null
            && (request.AlarmNames is { Count: > 0 } || request.AlarmNamePrefix is not null || request.StateValue is not null || request.ActionPrefix is not null || request.AlarmTypes is { Count: > 0 }))
        {
            throw new AwsErrorException("ValidationError", "With ChildrenOfAlarmName or ParentsOfAlarmName only MaxRecords and NextToken can be given.");
        }

        // There are no composite alarms: none has children or parents.
        var isAsked = request.ChildrenOfAlarmName is null && request.ParentsOfAlarmName is null
            && (request.AlarmTypes is not { Count: > 0 } types || types.Contains(AlarmType.MetricAlarm));
        var alarms = world.Alarms.All
            .Where(alarm => isAsked)
            .Where(alarm => request.AlarmNames is not { Count: > 0 } names || names.Contains(alarm.Name))
            .Where(alarm => request.AlarmNamePrefix is null || alarm.Name.StartsWith(request.AlarmNamePrefix, StringComparison.Ordinal))
            .Where(alarm => request.StateValue is null || alarm.State == request.StateValue)
            .Where(alarm => request.ActionPrefix is null || AllActions(alarm).Any(action => action.StartsWith(request.ActionPrefix, StringComparison.Ordinal)))
            .ToList();
        var page = Page.Of(alarms, request.MaxRecords, request.NextToken, PageSize);
        return new DescribeAlarmsResponse { MetricAlarms = [.. page.Items.Select(AlarmDescription.Of)], CompositeAlarms = [], NextToken = page.NextToken };
    }

    private static DescribeAlarmHistoryResponse DescribeHistory(DescribeAlarmHistoryRequest request, World world, DateTimeOffset now)
    {
        var isAsked = request.AlarmTypes is not { Count: > 0 } types || types.Contains(AlarmType.MetricAlarm);
        var items = world.Alarms.History.Items
            .Where(item => isAsked)
            .Where(item => request.AlarmName is null || item.AlarmName == request.AlarmName)
            .Where(item => request.HistoryItemType is null || item.HistoryItemType == request.HistoryItemType)
            .Where(item => (request.StartDate is null || item.Timestamp >= request.StartDate) && (request.EndDate is null || item.Timestamp <= request.EndDate));
        var page = Page.Of(
            [.. request.ScanBy == ScanBy.TimestampAscending ? items : items.Reverse()], request.MaxRecords, request.NextToken, HistoryPageSize);
        return new DescribeAlarmHistoryResponse { AlarmHistoryItems = page.Items, NextToken = page.NextToken };
    }

    private static void SetState(SetAlarmStateRequest request, World world, DateTimeOffset now)
    {
        var state = AlarmRules.Present(request.StateValue, "StateValue");
        AlarmRules.OneOf(state.Value, "StateValue", States);
        if (request.StateReasonData is { } data && !IsJson(data))
        {
            throw new AwsErrorException("InvalidFormat", "The parameter StateReasonData must be a JSON text.");
        }

        world.Alarms.SetState(
            AlarmRules.Present(request.AlarmName, "AlarmName"), state, AlarmRules.Present(request.StateReason, "StateReason"), request.StateReasonData, now);
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var parsed = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<string> AllActions(Alarm alarm) =>
        [.. alarm.Definition.OKActions ?? [], .. alarm.Definition.AlarmActions ?? [], .. alarm.Definition.InsufficientDataActions ?? []];

    private static List<string> Named(List<string>? names) => AlarmRules.Present(names, "AlarmNames");

    /// <summary>A request that names alarms and nothing else of interest.</summary>
    private sealed class AlarmsNamed
    {
        public List<string>? AlarmNames { get; set; }
    }
}
