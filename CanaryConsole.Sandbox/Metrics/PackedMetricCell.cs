using CanaryConsole.Sandbox.Metrics.Packing;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>
/// A variant's cell as bytes, about sixty for thousands of requests: the counts, then the scalars of the four distributions, then their ranks, so that nobody
/// who asks for a sum reads ranks.
/// </summary>
internal static class PackedMetricCell
{
    public static byte[] Pack(MetricCell cell)
    {
        var to = new PackedWriter();
        var (model, overhead, cpu, memory) = (cell.ModelLatency, cell.OverheadLatency, cell.CpuUtilization, cell.MemoryUtilization);
        var (modelForm, overheadForm) = (PackedScalars.FormOf(model), PackedScalars.FormOf(overhead));
        var (cpuForm, memoryForm) = (PackedScalars.FormOf(cpu), PackedScalars.FormOf(memory));
        to.Byte((byte)(modelForm | (overheadForm << 2) | (cpuForm << 4) | (memoryForm << 6)));
        to.Varint((ulong)cell.Invocations);
        to.Varint((ulong)cpu.Count);
        if (cell.Invocations > 0)
        {
            WriteErrors(to, cell);
            WritePerInstance(to, cell);
            PackedScalars.Write(to, model, modelForm);
            PackedScalars.Write(to, overhead, overheadForm);
        }

        if (cpu.Count > 0)
        {
            PackedScalars.Write(to, cpu, cpuForm);
            PackedScalars.Write(to, memory, memoryForm);
        }

        foreach (var values in new[] { model, overhead, cpu, memory }.Where(values => values.Count > 0))
        {
            PackedDistribution.WriteRanks(to, values);
        }

        return to.ToArray();
    }

    public static Counts Unpack(ReadOnlySpan<byte> packed, MetricCell cell)
    {
        var content = new Content(packed);
        content.ReadAll(cell.ModelLatency, cell.OverheadLatency, cell.CpuUtilization, cell.MemoryUtilization);
        return content.Counts;
    }

    /// <summary>Adds the values of one metric; their ranks only where they are asked for.</summary>
    public static void AddTo(ReadOnlySpan<byte> packed, VariantMetric metric, bool isRanked, Distribution values)
    {
        var content = new Content(packed);
        switch (metric)
        {
            case VariantMetric.ModelLatency when isRanked:
                content.ReadAll(values, null, null, null);
                break;
            case VariantMetric.OverheadLatency when isRanked:
                content.ReadAll(null, values, null, null);
                break;
            case VariantMetric.CpuUtilization when isRanked:
                content.ReadAll(null, null, values, null);
                break;
            case VariantMetric.MemoryUtilization when isRanked:
                content.ReadAll(null, null, null, values);
                break;
            case VariantMetric.ModelLatency:
                content.Model.AddTo(values);
                break;
            case VariantMetric.OverheadLatency:
                content.Overhead.AddTo(values);
                break;
            case VariantMetric.CpuUtilization:
                content.Cpu.AddTo(values);
                break;
            case VariantMetric.MemoryUtilization:
                content.Memory.AddTo(values);
                break;
            case VariantMetric.Invocations:
            case VariantMetric.ClientErrors:
            case VariantMetric.ServerErrors:
            case VariantMetric.ModelErrors:
            case VariantMetric.InvocationsPerInstance:
                content.Counts.AddTo(values, metric);
                break;
        }
    }

    /// <summary>A percentile of a latency in this cell alone: what dashboards ask for most.</summary>
    public static (double Value, long Samples)? LatencyAt(ReadOnlySpan<byte> packed, VariantMetric metric, double share)
    {
        var content = new Content(packed);
        return content.Model.Count == 0 ? null : (content.LatencyAt(metric, share), content.Model.Count);
    }

    // Nearly always every error is a model's that was answered as a 5XX: then one number says all three.
    private static void WriteErrors(PackedWriter to, MetricCell cell)
    {
        var isPlain = cell.ClientErrors == 0 && cell.ServerErrors == cell.ModelErrors;
        to.Varint(((ulong)cell.ServerErrors << 1) | (isPlain ? 0u : 1u));
        if (!isPlain)
        {
            to.Varint((ulong)cell.ClientErrors);
            to.Varint((ulong)cell.ModelErrors);
        }
    }

    // The number of instances, unless it changed in between.
    private static void WritePerInstance(PackedWriter to, MetricCell cell)
    {
        var instances = cell.Invocations / cell.InvocationsPerInstance;
        var whole = Math.Round(instances);
        if (whole is >= 1 and < 1_000_000 && Math.Abs(instances - whole) < 1e-6 * whole)
        {
            to.Varint((ulong)whole);
        }
        else
        {
            to.Varint(0);
            to.Double(cell.InvocationsPerInstance);
        }
    }

    /// <summary>What a cell counts.</summary>
    internal readonly record struct Counts(long Invocations, long ClientErrors, long ServerErrors, long ModelErrors, double PerInstance)
    {
        public void AddTo(Distribution values, VariantMetric metric)
        {
            switch (metric)
            {
                case VariantMetric.Invocations:
                    values.Add(1, Invocations);
                    break;
                case VariantMetric.InvocationsPerInstance when Invocations > 0:
                    values.Add(PerInstance / Invocations, Invocations);
                    break;
                case VariantMetric.ClientErrors:
                    AddErrors(values, ClientErrors);
                    break;
                case VariantMetric.ServerErrors:
                    AddErrors(values, ServerErrors);
                    break;
                case VariantMetric.ModelErrors:
                    AddErrors(values, ModelErrors);
                    break;
                default:
                    break;
            }
        }

        // One or zero a request: the average is the error rate.
        private void AddErrors(Distribution values, long errors)
        {
            values.Add(0, Invocations - errors);
            values.Add(1, errors);
        }
    }

    private ref struct Content
    {
        private PackedReader _from;

        public Content(ReadOnlySpan<byte> packed)
        {
            _from = new PackedReader(packed);
            int forms = _from.Byte();
            var invocations = (long)_from.Varint();
            var utilizations = (long)_from.Varint();
            if (invocations > 0)
            {
                var errors = _from.Varint();
                var (server, isPlain) = ((long)(errors >> 1), (errors & 1) == 0);
                var client = isPlain ? 0 : (long)_from.Varint();
                var model = isPlain ? server : (long)_from.Varint();
                var instances = _from.Varint();
                var perInstance = instances == 0 ? _from.Double() : invocations / (double)instances;
                Counts = new Counts(invocations, client, server, model, perInstance);
                Model = PackedScalars.Read(ref _from, forms & 3, invocations);
                Overhead = PackedScalars.Read(ref _from, (forms >> 2) & 3, invocations);
            }

            if (utilizations > 0)
            {
                Cpu = PackedScalars.Read(ref _from, (forms >> 4) & 3, utilizations);
                Memory = PackedScalars.Read(ref _from, (forms >> 6) & 3, utilizations);
            }
        }

        public Counts Counts { get; }

        public PackedScalars Model { get; }

        public PackedScalars Overhead { get; }

        public PackedScalars Cpu { get; }

        public PackedScalars Memory { get; }

        public double LatencyAt(VariantMetric metric, double share)
        {
            var rank = (long)Math.Ceiling(share * Model.Count);
            if (metric == VariantMetric.ModelLatency)
            {
                return PackedDistribution.ValueAt(ref _from, Model, rank);
            }

            PackedDistribution.ReadRanks(ref _from, Model, to: null);
            return PackedDistribution.ValueAt(ref _from, Overhead, rank);
        }

        /// <summary>Reads as far as the last distribution that somebody wants.</summary>
        public void ReadAll(Distribution? model, Distribution? overhead, Distribution? cpu, Distribution? memory)
        {
            Read(Model, model);
            if (overhead is not null || cpu is not null || memory is not null)
            {
                Read(Overhead, overhead);
            }

            if (cpu is not null || memory is not null)
            {
                Read(Cpu, cpu);
                Read(Memory, memory);
            }
        }

        private void Read(in PackedScalars scalars, Distribution? to)
        {
            if (scalars.Count > 0)
            {
                if (to is not null)
                {
                    scalars.AddTo(to);
                }

                PackedDistribution.ReadRanks(ref _from, scalars, to);
            }
        }
    }
}
