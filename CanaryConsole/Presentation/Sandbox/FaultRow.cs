using CanaryConsole.Sandbox.Control;

namespace CanaryConsole.Presentation.Sandbox;

/// <summary>A fault in force as a row shows it: what it strikes stands out, what it does is told beside it.</summary>
public sealed record FaultRow(string Id, string Title, string Target, string Effect, DateTimeOffset Since, DateTimeOffset? Until)
{
    public static FaultRow Of(FaultInForce fault) => new(fault.Id, fault.Title, FaultWords.Target(fault), fault.Effect, fault.Since, fault.Until);
}
