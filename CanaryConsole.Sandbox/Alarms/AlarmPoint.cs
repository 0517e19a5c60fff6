namespace CanaryConsole.Sandbox.Alarms;

/// <summary>One period as an alarm sees it; no value where there is no data.</summary>
internal readonly record struct AlarmPoint(DateTimeOffset At, double? Value, long Samples);
