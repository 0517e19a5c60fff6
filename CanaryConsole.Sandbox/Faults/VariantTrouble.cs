namespace CanaryConsole.Sandbox.Faults;

/// <summary>What the active faults do to one variant: the share of requests that fail beside the others, and how many times as long its model takes.</summary>
internal readonly record struct VariantTrouble(double ErrorShare, double LatencyFactor)
{
    public static VariantTrouble None { get; } = new(0, 1);
}
