namespace CanaryConsole.Core.Registry.Metrics;

/// <summary>One number that a training or an evaluation left.</summary>
/// <param name="Name">Its path in the file without the wrapping: "binary_classification_metrics.auc" is "auc".</param>
/// <param name="Deviation">The standard deviation where the file tells one.</param>
public sealed record ModelMetric(string Name, double Value, double? Deviation = null);

/// <summary>A number that was written down again and again, as over the epochs of a training.</summary>
/// <param name="Values">2 to 500, in their order.</param>
public sealed record MetricCurve(string Name, IReadOnlyList<double> Values);

/// <summary>What a metrics file says.</summary>
/// <param name="Problem">Why nothing, or not all, is known; null where the file was read whole.</param>
public sealed record MetricsReading(IReadOnlyList<ModelMetric> Metrics, IReadOnlyList<MetricCurve> Curves, string? Problem)
{
    public static MetricsReading None(string problem) => new([], [], problem);
}
