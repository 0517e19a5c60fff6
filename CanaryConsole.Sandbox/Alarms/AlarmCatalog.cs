using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Sandbox.Metrics;
using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.Topics;

namespace CanaryConsole.Sandbox.Alarms;

/// <summary>The alarms; each is judged when its turn comes, and a change of state is published to its topics.</summary>
internal sealed class AlarmCatalog(MetricStore metrics, TopicCatalog topics)
{
    private const int MaximumAlarms = 5000;

    private readonly SortedDictionary<string, Alarm> _alarms = new(StringComparer.Ordinal);

    // By how often they are judged, so that the many of a minute cost nothing in between.
    private readonly Dictionary<TimeSpan, SortedSet<string>> _byInterval = [];
    private DateTimeOffset _now;

    public IReadOnlyList<Alarm> All => [.. _alarms.Values];

    public AlarmHistory History { get; } = new();

    public Alarm? Find(string name) => _alarms.GetValueOrDefault(name);

    /// <summary>Whether the alarm exists and is in ALARM.</summary>
    public bool IsInAlarm(string name) => _alarms.TryGetValue(name, out var alarm) && alarm.State == StateValue.ALARM;

    /// <summary>Creates the alarm; one that exists keeps its state until it is next judged.</summary>
    public void Put(Alarm alarm)
    {
        if (!_alarms.TryGetValue(alarm.Name, out var existing) && _alarms.Count >= MaximumAlarms)
        {
            throw new AwsErrorException("LimitExceeded", $"The maximum number of {MaximumAlarms} alarms is reached.");
        }

        if (existing is not null)
        {
            _byInterval[existing.Interval].Remove(alarm.Name);
        }

        _alarms[alarm.Name] = existing is null ? alarm : alarm.InStateOf(existing);
        if (!_byInterval.TryGetValue(alarm.Interval, out var names))
        {
            names = _byInterval[alarm.Interval] = new SortedSet<string>(StringComparer.Ordinal);
        }

        names.Add(alarm.Name);
        _now = Time.Later(_now, alarm.ConfiguredAt);
        History.Configured(alarm.Name, existing is null ? "Create" : "Update", AlarmDescription.Of(alarm), alarm.ConfiguredAt);
    }

    /// <summary>Deletes all of them, or none if one does not exist.</summary>
    public void Delete(IReadOnlyList<string> names, DateTimeOffset? now = null)
    {
        foreach (var name in names)
        {
            MustExist(name);
        }

        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            _byInterval[_alarms[name].Interval].Remove(name);
            _alarms.Remove(name);
            History.Configured(name, "Delete", alarm: null, now ?? _now);
        }
    }

    public void SetState(string name, StateValue state, string reason, string? data, DateTimeOffset now)
    {
        var alarm = MustExist(name);
        Move(alarm, alarm.In(state, reason, data, now), now);
    }

    public void EnableActions(IReadOnlyList<string> names, bool areEnabled)
    {
        foreach (var alarm in names.Select(MustExist).ToList())
        {
            alarm.Definition.ActionsEnabled = areEnabled;
        }
    }

    /// <summary>Judges every alarm whose turn it is; a change of state by hand lapses here.</summary>
    public void Evaluate(DateTimeOffset now)
    {
        _now = now;
        foreach (var (interval, names) in _byInterval)
        {
            if (now.UtcTicks % interval.Ticks == 0)
            {
                foreach (var name in names)
                {
                    Evaluate(_alarms[name], now);
                }
            }
        }
    }

    private void Evaluate(Alarm alarm, DateTimeOffset now)
    {
        var verdict = AlarmEvaluation.Judge(alarm, alarm.Subject.Read(metrics, alarm.Periods, now));
        if (verdict.State is { } state && state != alarm.State)
        {
            Move(alarm, alarm.In(state, AlarmReason.InWords(alarm, verdict), AlarmReason.AsData(alarm, verdict, now), now), now);
        }
    }

    private void Move(Alarm from, Alarm to, DateTimeOffset now)
    {
        _alarms[to.Name] = to;
        if (from.State == to.State)
        {
            return;
        }

        History.Moved(from, to, now);
        foreach (var action in to.Actions)
        {
            // Only topics act here; what scales or repairs looks at the alarms itself.
            if (!action.StartsWith("arn:aws:sns:", StringComparison.Ordinal))
            {
                History.Acted(to, action, problem: null, now);
            }
            else if (topics.Contains(action))
            {
                topics.Publish(action, AlarmMessage.Subject(to), AlarmMessage.Body(to, from.State), now);
                History.Acted(to, action, problem: null, now);
            }
            else
            {
                History.Acted(to, action, "Resource: the topic does not exist", now);
            }
        }
    }

    private Alarm MustExist(string name) => _alarms.TryGetValue(name, out var alarm)
        ? alarm
        : throw new AwsErrorException("ResourceNotFound", $"The alarm \"{name}\" does not exist.", 404);
}
