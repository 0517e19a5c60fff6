namespace CanaryConsole.Sandbox.Control;

/// <summary>The sandbox as it presents itself: its clock, how it was set, and what a fault may aim at.</summary>
public sealed record SandboxStatus(
    DateTimeOffset Now,
    double TimeScale,
    TimeSpan MetricLateness,
    int Seed,
    IReadOnlyList<SandboxEndpoint> Endpoints,
    IReadOnlyList<string> Operations,
    int Emails);

public sealed record SandboxEndpoint(string Name, string Status, IReadOnlyList<string> Variants);
