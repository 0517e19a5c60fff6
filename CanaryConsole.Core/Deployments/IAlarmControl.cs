namespace CanaryConsole.Core.Deployments;

/// <summary>CloudWatch alarms. Every failure is a <see cref="CloudException"/>; every call has its own time limit.</summary>
public interface IAlarmControl
{
    /// <summary>Creates the alarms, or makes those that exist as wanted; an abort alarm that is new starts in OK.</summary>
    Task PutAsync(IReadOnlyList<GuardAlarm> alarms, CancellationToken cancellationToken);

    /// <summary>In the order of the names; one that does not exist is <see cref="AlarmState.Missing"/>.</summary>
    Task<IReadOnlyList<AlarmFacts>> DescribeAsync(IReadOnlyList<string> names, CancellationToken cancellationToken);

    /// <summary>Sets an alarm's state by hand. CloudWatch may set it back at its next evaluation.</summary>
    Task SetStateAsync(string name, AlarmState state, string reason, CancellationToken cancellationToken);

    /// <summary>Deletes those that exist.</summary>
    Task DeleteAsync(IReadOnlyList<string> names, CancellationToken cancellationToken);
}
