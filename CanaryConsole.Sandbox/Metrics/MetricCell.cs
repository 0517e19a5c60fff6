using CanaryConsole.Sandbox.Metrics.Packing;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>All that happened on one variant within one period of the store.</summary>
internal sealed class MetricCell : IPackedCell<MetricCell>
{
    public long Invocations => ModelLatency.Count;

    public long ClientErrors { get; private set; }

    public long ServerErrors { get; private set; }

    public long ModelErrors { get; private set; }

    public double InvocationsPerInstance { get; private set; }

    public Distribution ModelLatency { get; } = new();

    public Distribution OverheadLatency { get; } = new();

    public Distribution CpuUtilization { get; } = new();

    public Distribution MemoryUtilization { get; } = new();

    public static MetricCell Empty() => new();

    public static MetricCell Unpack(ReadOnlySpan<byte> packed)
    {
        var cell = new MetricCell();
        var counts = PackedMetricCell.Unpack(packed, cell);
        (cell.ClientErrors, cell.ServerErrors, cell.ModelErrors, cell.InvocationsPerInstance) =
            (counts.ClientErrors, counts.ServerErrors, counts.ModelErrors, counts.PerInstance);
        return cell;
    }

    public byte[] Pack() => PackedMetricCell.Pack(this);

    public void Add(in Measurement request, long count = 1)
    {
        ClientErrors += request.Outcome.IsClientError ? count : 0;
        ServerErrors += request.Outcome.IsServerError ? count : 0;
        ModelErrors += request.Outcome.IsModelError ? count : 0;
        InvocationsPerInstance += request.PerInstance * count;
        ModelLatency.Add(request.ModelLatency, request.ModelLatencyBucket, count);
        OverheadLatency.Add(request.OverheadLatency, request.OverheadLatencyBucket, count);
    }

    public void AddUtilization(double cpu, double memory)
    {
        CpuUtilization.Add(cpu);
        MemoryUtilization.Add(memory);
    }

    /// <summary>Adds the values of one metric.</summary>
    public void AddTo(Distribution values, VariantMetric metric)
    {
        switch (metric)
        {
            case VariantMetric.ModelLatency:
                values.Merge(ModelLatency);
                break;
            case VariantMetric.OverheadLatency:
                values.Merge(OverheadLatency);
                break;
            case VariantMetric.CpuUtilization:
                values.Merge(CpuUtilization);
                break;
            case VariantMetric.MemoryUtilization:
                values.Merge(MemoryUtilization);
                break;
            case VariantMetric.Invocations:
            case VariantMetric.ClientErrors:
            case VariantMetric.ServerErrors:
            case VariantMetric.ModelErrors:
            case VariantMetric.InvocationsPerInstance:
                new PackedMetricCell.Counts(Invocations, ClientErrors, ServerErrors, ModelErrors, InvocationsPerInstance).AddTo(values, metric);
                break;
        }
    }
}
