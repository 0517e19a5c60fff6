namespace CanaryConsole.Core.Rollouts;

/// <summary>What an alarm on the challenger watches.</summary>
public enum ChallengerAlarmKind
{
    /// <summary>The p99 of the model's latency, in milliseconds.</summary>
    LatencyP99,

    /// <summary>5xx errors over all invocations, a fraction.</summary>
    ErrorRate5xx,

    /// <summary>Percent of all cores of one instance.</summary>
    Cpu,

    /// <summary>Percent of one instance's memory.</summary>
    Memory,
}

/// <summary>A CloudWatch alarm on the challenger's variant, made before it has traffic.</summary>
/// <param name="Limit">It alarms above this, in the unit of its kind.</param>
/// <param name="Minutes">How many minutes in a row, 1 to 60.</param>
public sealed record ChallengerAlarm(ChallengerAlarmKind Kind, double Limit, int Minutes);
