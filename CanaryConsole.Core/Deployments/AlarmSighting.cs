namespace CanaryConsole.Core.Deployments;

/// <summary>CloudWatch's states; <see cref="Missing"/> is an alarm that is not there.</summary>
public enum AlarmState
{
    InsufficientData,
    Ok,
    Alarm,
    Missing,
}

/// <summary>An alarm as it was last seen.</summary>
/// <param name="Since">When it went into this state.</param>
/// <param name="Reason">CloudWatch's own words.</param>
public sealed record AlarmSighting(string Name, AlarmState State, DateTimeOffset? Since, string? Reason);
