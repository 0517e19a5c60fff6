namespace CanaryConsole.Sandbox.Faults;

/// <summary>A kind of fault: how it is asked for and what it does, in words for the person who asks.</summary>
/// <param name="Group">What it strikes, for lists: Calls, Endpoints, Metrics, Variants.</param>
internal sealed record FaultKind(string Group, string Name, string Title, string Effect, IReadOnlyList<FaultField> Fields, Func<FaultValues, Fault> Create);
