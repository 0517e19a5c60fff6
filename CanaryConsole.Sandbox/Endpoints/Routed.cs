namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>Where one request goes: the fleet, and the variant within it.</summary>
internal readonly record struct Routed(Fleet Fleet, Variant Variant);
