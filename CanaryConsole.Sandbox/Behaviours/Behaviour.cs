namespace CanaryConsole.Sandbox.Behaviours;

/// <summary>How a model behaves behind a variant: lognormal latency up to its 99th percentile, a heavy tail beyond, and a share of requests that fail.</summary>
internal sealed record Behaviour(TimeSpan P50, TimeSpan P99, double ErrorRate, bool Starts = true)
{
    public static readonly Behaviour Default = new(TimeSpan.FromMilliseconds(25), TimeSpan.FromMilliseconds(80), 0.001);

    /// <summary>The longest that SageMaker waits for a model.</summary>
    public static readonly TimeSpan Slowest = TimeSpan.FromSeconds(60);

    // The 99th percentile of the standard normal distribution.
    private const double Z99 = 2.3263478740408408;

    // Of the slowest 1 %, one in ten is twice as slow as the 99th percentile, one in a thousand ten times.
    private const double TailExponent = 3;

    /// <summary>How many requests one instance works on at a time; more wait.</summary>
    public int Concurrency { get; init; } = 32;

    /// <summary>How latency and error rate change while a variant serves.</summary>
    public Schedule Schedule { get; init; } = Schedule.None;

    /// <summary>The latency at a point of the distribution: a standard normal number, and for the tail a uniform one in (0, 1].</summary>
    public TimeSpan LatencyAt(double normal, double tail)
    {
        if (P50 == TimeSpan.Zero)
        {
            return TimeSpan.Zero;
        }

        var latency = normal <= Z99
            ? P50 * Math.Exp(normal * Math.Log(P99 / P50) / Z99)
            : P99 * Math.Pow(tail, -1 / TailExponent);
        return latency < Slowest ? latency : Slowest;
    }
}
