namespace CanaryConsole.Sandbox.Faults;

/// <summary>What the active faults do to one endpoint.</summary>
/// <param name="Refusal">Why updates are refused, or null where they are not.</param>
/// <param name="IsHeld">An update that is due does not end.</param>
/// <param name="IsReverting">An update that ends, ends where it began.</param>
/// <param name="IsInMaintenance">It is SystemUpdating.</param>
internal readonly record struct EndpointTrouble(RefusalReason? Refusal, bool IsHeld, bool IsReverting, bool IsInMaintenance);
