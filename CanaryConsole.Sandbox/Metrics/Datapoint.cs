namespace CanaryConsole.Sandbox.Metrics;

internal readonly record struct Datapoint(DateTimeOffset At, double Value);
