using System.Text.Json;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Sandbox.Metrics;
using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.Topics;

namespace CanaryConsole.Sandbox.Alarms;

/// <summary>The alarms; each is judged when its period ends, and a change of state is published to its topics.</summary>
internal sealed class AlarmCatalog(MetricStore metrics, TopicCatalog topics)
{
    private const int MaximumAlarms = 5000;

    private readonly SortedDictionary<string, Alarm> _alarms = new(StringComparer.Ordinal);

    public IReadOnlyList<Alarm> All => [.. _alarms.Values];

    /// <summary>Whether the alarm exists and is in ALARM.</summary>
    public bool IsInAlarm(string name) => _alarms.TryGetValue(name, out var alarm) && alarm.State == StateValue.ALARM;

    /// <summary>Creates the alarm; one that exists keeps its state until it is next judged.</summary>
    public void Put(Alarm alarm)
    {
        if (!_alarms.TryGetValue(alarm.Name, out var existing) && _alarms.Count >= MaximumAlarms)
        {
            throw new AwsErrorException("LimitExceeded", $"The maximum number of {MaximumAlarms} alarms is reached.");
        }

        _alarms[alarm.Name] = existing is null
            ? alarm
            : alarm with { State = existing.State, StateReason = existing.StateReason, StateUpdatedAt = existing.StateUpdatedAt, StateChangedAt = existing.StateChangedAt };
    }

    public void Delete(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => !_alarms.ContainsKey(name)) is { } unknown)
        {
            throw new AwsErrorException("ResourceNotFound", $"The alarm \"{unknown}\" does not exist.", 404);
        }

        foreach (var name in names)
        {
            _alarms.Remove(name);
        }
    }

    public void SetState(string name, StateValue state, string reason, DateTimeOffset now)
    {
        if (!_alarms.TryGetValue(name, out var alarm))
        {
            throw new AwsErrorException("ResourceNotFound", $"The alarm \"{name}\" does not exist.", 404);
        }

        Move(alarm, alarm.In(state, reason, now), now);
    }

    /// <summary>Judges every alarm one of whose periods ends now.</summary>
    public void Evaluate(DateTimeOffset now)
    {
        foreach (var alarm in _alarms.Values.Where(alarm => now.UtcTicks % alarm.Query.Period.Ticks == 0).ToList())
        {
            var from = now - (alarm.Periods * alarm.Query.Period);
            var values = metrics.Read(alarm.Query, from, now, now).ToDictionary(point => point.At, point => point.Value);
            var periods = Enumerable.Range(0, alarm.Periods)
                .Select(i => values.TryGetValue(from + (i * alarm.Query.Period), out var value) ? value : (double?)null)
                .ToList();
            Move(alarm, AlarmEvaluation.Evaluate(alarm, periods, now), now);
        }
    }

    private void Move(Alarm from, Alarm to, DateTimeOffset now)
    {
        _alarms[to.Name] = to;
        if (from.State == to.State)
        {
            return;
        }

        foreach (var topic in to.Actions.Where(topics.Arns.Contains))
        {
            topics.Publish(topic, $"{to.State}: \"{to.Name}\" in {Arn.Region}", Message(from, to, now), now);
        }
    }

    private static string Message(Alarm from, Alarm to, DateTimeOffset now) => JsonSerializer.Serialize(new
    {
        AlarmName = to.Name,
        to.Definition.AlarmDescription,
        AWSAccountId = Arn.Account,
        NewStateValue = to.State.Value,
        NewStateReason = to.StateReason,
        StateChangeTime = now,
        Arn.Region,
        AlarmArn = Arn.Alarm(to.Name),
        OldStateValue = from.State.Value,
    });
}
