using System.ComponentModel.DataAnnotations;

namespace CanaryConsole.Core.Monitoring;

/// <summary>Section "Monitoring": how often the monitor looks, and what it takes for final.</summary>
public sealed class MonitoringOptions
{
    public const string Section = "Monitoring";

    /// <summary>Between looks at an endpoint with an active rollout or a change in progress.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan ActiveInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Between looks at every other endpoint; polling costs money.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan IdleInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A metric window that ended at least this long ago is settled: it may promote. Newer ones may only roll back.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:30:00")]
    public TimeSpan SettleDelay { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How much history the screens get.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "03:00:00")]
    public TimeSpan History { get; init; } = TimeSpan.FromHours(1);
}
