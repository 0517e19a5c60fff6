namespace CanaryConsole.Benchmarks.Report;

/// <summary>One measured number, and the most or the least it may be where that is said.</summary>
internal sealed record Measurement(string What, double Value, string Unit, double? Bar = null)
{
    public double? Least { get; init; }

    public bool IsMissed => (Bar is { } most && !(Value <= most)) || (Least is { } least && !(Value >= least));
}
