namespace CanaryConsole.Sandbox.Faults;

/// <summary>What the active faults do to one variant.</summary>
/// <param name="ErrorShare">The share of requests that fail beside the others.</param>
/// <param name="LatencyFactor">How many times as long its model takes.</param>
internal readonly record struct VariantTrouble(double ErrorShare, double LatencyFactor)
{
    /// <summary>The share of the requests that did not fail anyway which are answered with a 4XX.</summary>
    public double ClientErrorShare { get; init; }

    /// <summary>How much of each core's time its instances use at least; 100 is one core.</summary>
    public double LeastCpu { get; init; }

    /// <summary>How much of the memory its instances use at least, in percent.</summary>
    public double LeastMemory { get; init; }

    public static VariantTrouble None { get; } = new(0, 1);
}
