namespace CanaryConsole.Sandbox.Faults;

/// <summary>A kind of fault: how it is asked for and what it does, in words for the person who asks.</summary>
internal sealed record FaultKind(string Name, string Title, string Effect, IReadOnlyList<FaultField> Fields, Func<FaultValues, Fault> Create);
