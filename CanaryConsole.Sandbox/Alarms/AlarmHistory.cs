using System.Text.Json;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;

namespace CanaryConsole.Sandbox.Alarms;

/// <summary>What happened to the alarms, oldest first; it outlives them, and of very much only the newest is kept.</summary>
internal sealed class AlarmHistory
{
    private const int Maximum = 10_000;
    private const int LongestData = 4095;

    private readonly Queue<AlarmHistoryItem> _items = new();

    public IEnumerable<AlarmHistoryItem> Items => _items;

    public void Configured(string name, string type, MetricAlarm? alarm, DateTimeOffset now)
    {
        var verb = type switch { "Create" => "created", "Update" => "updated", _ => "deleted" };
        Add(name, HistoryItemType.ConfigurationUpdate, $"Alarm \"{name}\" {verb}", now,
            new { version = "1.0", type, alarm = alarm is null ? null : Configuration(alarm) },
            new { version = "1.0", type });
    }

    public void Moved(Alarm from, Alarm to, DateTimeOffset now) => Add(
        to.Name,
        HistoryItemType.StateUpdate,
        $"Alarm updated from {from.State} to {to.State}",
        now,
        new { version = "1.0", oldState = State(from, withData: true), newState = State(to, withData: true) },
        new { version = "1.0", oldState = State(from, withData: false), newState = State(to, withData: false) });

    public void Acted(Alarm alarm, string action, string? problem, DateTimeOffset now) => Add(
        alarm.Name,
        HistoryItemType.Action,
        problem is null ? $"Successfully executed action {action}" : $"Failed to execute action {action}. Received error: \"{problem}\"",
        now,
        new
        {
            actionState = problem is null ? "Succeeded" : "Failed",
            stateUpdateTimestamp = alarm.StateUpdatedAt.ToUnixTimeMilliseconds(),
            notificationResource = action,
            error = problem,
        },
        new { actionState = problem is null ? "Succeeded" : "Failed" });

    private static object Configuration(MetricAlarm alarm) => new
    {
        alarmName = alarm.AlarmName,
        alarmArn = alarm.AlarmArn,
        threshold = alarm.Threshold,
        period = alarm.Period,
        evaluationPeriods = alarm.EvaluationPeriods,
        datapointsToAlarm = alarm.DatapointsToAlarm,
        comparisonOperator = alarm.ComparisonOperator?.Value,
        treatMissingData = alarm.TreatMissingData,
        metricName = alarm.MetricName,
        @namespace = alarm.Namespace,
        statistic = alarm.ExtendedStatistic ?? alarm.Statistic?.Value,
        actionsEnabled = alarm.ActionsEnabled,
        alarmActions = alarm.AlarmActions,
        okactions = alarm.OKActions,
        insufficientDataActions = alarm.InsufficientDataActions,
    };

    private static Dictionary<string, object?> State(Alarm alarm, bool withData)
    {
        var state = new Dictionary<string, object?> { ["stateValue"] = alarm.State.Value, ["stateReason"] = alarm.StateReason };
        if (withData && alarm.StateReasonData is { } data)
        {
            state["stateReasonData"] = JsonSerializer.Deserialize<JsonElement>(data);
        }

        return state;
    }

    private void Add(string name, HistoryItemType type, string summary, DateTimeOffset now, object data, object shorter)
    {
        var text = JsonSerializer.Serialize(data);
        _items.Enqueue(new AlarmHistoryItem
        {
            AlarmName = name,
            AlarmType = AlarmType.MetricAlarm,
            HistoryItemType = type,
            HistorySummary = summary.Length <= 255 ? summary : summary[..255],
            HistoryData = text.Length <= LongestData ? text : JsonSerializer.Serialize(shorter),
            Timestamp = now.UtcDateTime,
        });
        if (_items.Count > Maximum)
        {
            _items.Dequeue();
        }
    }
}
