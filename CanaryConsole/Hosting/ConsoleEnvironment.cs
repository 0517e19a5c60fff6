namespace CanaryConsole.Hosting;

/// <summary>Where this console runs, as people should see it on every page.</summary>
/// <param name="Mode">"Sandbox" or "Aws".</param>
/// <param name="Region">The AWS region it looks at.</param>
/// <param name="ClockScale">How much faster than the wall clock the console's own clock runs; 1 outside the sandbox.</param>
public sealed record ConsoleEnvironment(string Mode, string Region, double ClockScale);
