namespace CanaryConsole.Sandbox.Faults;

/// <summary>What the active faults do to the metrics of one endpoint.</summary>
/// <param name="Lateness">How much later they can be read than otherwise.</param>
/// <param name="NewestShare">How much of the newest minute shows; 1 for all.</param>
/// <param name="AreMissing">What happens now is not published.</param>
internal readonly record struct MetricTrouble(TimeSpan Lateness, double NewestShare, bool AreMissing)
{
    public static MetricTrouble None { get; } = new(TimeSpan.Zero, 1, false);
}
