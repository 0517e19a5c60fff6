namespace CanaryConsole.Sandbox.Metrics;

/// <summary>All that happened on one variant within one period of the store.</summary>
internal sealed class MetricCell(long index)
{
    public long Index { get; } = index;

    public int Invocations { get; private set; }

    public int ModelErrors { get; private set; }

    public int ClientErrors { get; private set; }

    public int ServerErrors { get; private set; }

    public double InvocationsPerInstance { get; private set; }

    public Distribution ModelLatency { get; } = new();

    public Distribution OverheadLatency { get; } = new();

    public Distribution CpuUtilization { get; } = new();

    public Distribution MemoryUtilization { get; } = new();

    public void Add(in Measurement request)
    {
        Invocations++;
        ModelErrors += request.Outcome.IsModelError ? 1 : 0;
        ClientErrors += request.Outcome.IsClientError ? 1 : 0;
        ServerErrors += request.Outcome.IsServerError ? 1 : 0;
        InvocationsPerInstance += request.PerInstance;
        ModelLatency.Add(request.ModelLatency, request.ModelLatencyBucket, 1);
        OverheadLatency.Add(request.OverheadLatency, request.OverheadLatencyBucket, 1);
    }

    public void AddUtilization(double cpu, double memory)
    {
        CpuUtilization.Add(cpu);
        MemoryUtilization.Add(memory);
    }
}
