namespace CanaryConsole.Hosting;

/// <summary>What the header says of where this console works.</summary>
/// <param name="Mode">"Sandbox" or "Aws".</param>
/// <param name="ClockScale">1, or how much faster than the wall the sandbox's clock runs.</param>
internal sealed record ConsoleEnvironment(string Mode, string Region, double ClockScale);
