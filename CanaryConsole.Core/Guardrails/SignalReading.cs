namespace CanaryConsole.Core.Guardrails;

/// <summary>What a metric, a resource or an alarm outside the request counts said.</summary>
/// <param name="Points">Ascending by time; at most 1,500.</param>
/// <param name="Problem">Why the last read was not whole, in words; null when it was.</param>
public sealed record SignalReading(IReadOnlyList<SignalPoint> Points, string? Problem)
{
    public static SignalReading None { get; } = new([], null);
}

/// <summary>One value of one period.</summary>
/// <param name="Start">Inclusive.</param>
/// <param name="Value">Finite, in the unit of the guardrail's query; percent for utilization; for an alarm 1 in ALARM, 0 in OK. Insufficient data is no point.</param>
public sealed record SignalPoint(DateTimeOffset Start, TimeSpan Period, double Value);
