namespace CanaryConsole.Benchmarks.Report;

/// <summary>One measured number, and the most it may be where that is said.</summary>
internal sealed record Measurement(string What, double Value, string Unit, double? Bar = null)
{
    public bool IsMissed => !(Bar is not { } bar || Value <= bar);
}
