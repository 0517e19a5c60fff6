namespace CanaryConsole.Sandbox.Faults;

/// <summary>A fault as it is asked for: its kind, the values it was written with, what they mean, and how long it shall last.</summary>
internal sealed record FaultOrder(FaultKind Kind, IReadOnlyDictionary<string, string> Values, Fault Fault, TimeSpan? Lasting);
