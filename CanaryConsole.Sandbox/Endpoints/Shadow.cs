namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>A variant that gets a copy of a share (from 0 to 1) of the requests; nobody sees its answers.</summary>
internal readonly record struct Shadow(Variant Variant, double SamplingShare);
