namespace CanaryConsole.Sandbox.Metrics;

/// <summary>How CloudWatch names the metrics of a variant, and their units.</summary>
internal static class MetricName
{
    public const string InvocationNamespace = "AWS/SageMaker";
    public const string UtilizationNamespace = "/aws/sagemaker/Endpoints";

    public static IReadOnlyList<(string Namespace, string Name, VariantMetric Metric)> All { get; } =
    [
        (InvocationNamespace, "Invocations", VariantMetric.Invocations),
        (InvocationNamespace, "Invocation4XXErrors", VariantMetric.ClientErrors),
        (InvocationNamespace, "Invocation5XXErrors", VariantMetric.ServerErrors),
        (InvocationNamespace, "InvocationModelErrors", VariantMetric.ModelErrors),
        (InvocationNamespace, "InvocationsPerInstance", VariantMetric.InvocationsPerInstance),
        (InvocationNamespace, "ModelLatency", VariantMetric.ModelLatency),
        (InvocationNamespace, "OverheadLatency", VariantMetric.OverheadLatency),
        (UtilizationNamespace, "CPUUtilization", VariantMetric.CpuUtilization),
        (UtilizationNamespace, "MemoryUtilization", VariantMetric.MemoryUtilization),
    ];

    public static VariantMetric? Find(string ns, string name)
    {
        foreach (var one in All)
        {
            if (one.Name == name && one.Namespace == ns)
            {
                return one.Metric;
            }
        }

        return null;
    }

    /// <summary>The unit CloudWatch names for the metric.</summary>
    public static string Unit(VariantMetric metric) => metric switch
    {
        VariantMetric.ModelLatency or VariantMetric.OverheadLatency => "Microseconds",
        VariantMetric.CpuUtilization or VariantMetric.MemoryUtilization => "Percent",
        VariantMetric.Invocations or VariantMetric.ClientErrors or VariantMetric.ServerErrors or VariantMetric.ModelErrors
            or VariantMetric.InvocationsPerInstance => "None",
    };
}
