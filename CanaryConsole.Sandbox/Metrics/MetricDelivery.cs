namespace CanaryConsole.Sandbox.Metrics;

/// <summary>How what happened becomes readable: all of it after the lateness, and a share of it only later still, so that the newest periods are partial at first.</summary>
/// <param name="Lateness">How long after a request its metrics can be read.</param>
/// <param name="LateShare">The share of the requests, from 0 to 1, whose metrics take longer.</param>
/// <param name="LateBy">How much longer those take at most; each its own part of it.</param>
internal sealed record MetricDelivery(TimeSpan Lateness, double LateShare = 0, TimeSpan LateBy = default)
{
    public static readonly MetricDelivery Immediate = new(TimeSpan.Zero);
}
