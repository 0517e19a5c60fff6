namespace CanaryConsole.Sandbox.Metrics;

/// <summary>The metrics SageMaker publishes for a variant, and how each is read out of a cell.</summary>
internal static class MetricName
{
    public const string InvocationNamespace = "AWS/SageMaker";
    public const string UtilizationNamespace = "/aws/sagemaker/Endpoints";

    /// <summary>The values of one metric over some cells; null for a metric that does not exist.</summary>
    public static Distribution? Read(string ns, string metric, IEnumerable<MetricCell> cells)
    {
        Action<MetricCell, Distribution>? add = (ns, metric) switch
        {
            (InvocationNamespace, "Invocations") => (cell, to) => to.Add(1, cell.Invocations),
            (InvocationNamespace, "Invocation4XXErrors") => (cell, to) => AddErrors(cell, cell.ClientErrors, to),
            (InvocationNamespace, "Invocation5XXErrors") => (cell, to) => AddErrors(cell, cell.ServerErrors, to),
            (InvocationNamespace, "InvocationModelErrors") => (cell, to) => AddErrors(cell, cell.ModelErrors, to),
            (InvocationNamespace, "InvocationsPerInstance") => AddPerInstance,
            (InvocationNamespace, "ModelLatency") => (cell, to) => to.Merge(cell.ModelLatency),
            (InvocationNamespace, "OverheadLatency") => (cell, to) => to.Merge(cell.OverheadLatency),
            (UtilizationNamespace, "CPUUtilization") => (cell, to) => to.Merge(cell.CpuUtilization),
            (UtilizationNamespace, "MemoryUtilization") => (cell, to) => to.Merge(cell.MemoryUtilization),
            _ => null,
        };
        if (add is null)
        {
            return null;
        }

        var values = new Distribution();
        foreach (var cell in cells)
        {
            add(cell, values);
        }

        return values;
    }

    /// <summary>The unit CloudWatch names for the metric.</summary>
    public static string Unit(string metric) => metric switch
    {
        "ModelLatency" or "OverheadLatency" => "Microseconds",
        "CPUUtilization" or "MemoryUtilization" => "Percent",
        _ => "None",
    };

    // One or zero a request: the average is the error rate.
    private static void AddErrors(MetricCell cell, int errors, Distribution to)
    {
        to.Add(0, cell.Invocations - errors);
        to.Add(1, errors);
    }

    private static void AddPerInstance(MetricCell cell, Distribution to)
    {
        if (cell.Invocations > 0)
        {
            to.Add(cell.InvocationsPerInstance / cell.Invocations, cell.Invocations);
        }
    }
}
