namespace CanaryConsole.Sandbox.Metrics;

/// <summary>All that happened on one variant within one period of the store.</summary>
internal sealed class MetricCell(long index)
{
    public long Index { get; } = index;

    public int Invocations { get; private set; }

    public int ModelErrors { get; private set; }

    public double InvocationsPerInstance { get; private set; }

    public Distribution ModelLatency { get; } = new();

    public Distribution OverheadLatency { get; } = new();

    public Distribution CpuUtilization { get; } = new();

    public Distribution MemoryUtilization { get; } = new();

    public void Add(RequestOutcome outcome, int instances)
    {
        Invocations++;
        ModelErrors += outcome.IsModelError ? 1 : 0;
        InvocationsPerInstance += 1.0 / instances;
        ModelLatency.Add(outcome.ModelLatency.TotalMicroseconds);
        OverheadLatency.Add(outcome.OverheadLatency.TotalMicroseconds);
    }

    public void AddUtilization(double cpu, double memory)
    {
        CpuUtilization.Add(cpu);
        MemoryUtilization.Add(memory);
    }
}
