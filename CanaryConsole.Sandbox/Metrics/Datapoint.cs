namespace CanaryConsole.Sandbox.Metrics;

internal readonly record struct Datapoint(DateTimeOffset At, double Value);

/// <summary>A datapoint that knows how many samples stand behind it.</summary>
internal readonly record struct CountedDatapoint(DateTimeOffset At, double Value, long Samples);
