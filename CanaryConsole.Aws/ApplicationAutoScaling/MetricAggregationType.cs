using Amazon.Runtime;

namespace CanaryConsole.Aws.ApplicationAutoScaling;

public sealed class MetricAggregationType(string value) : ConstantClass(value)
{
    public static readonly MetricAggregationType Average = new("Average");
    public static readonly MetricAggregationType Minimum = new("Minimum");
    public static readonly MetricAggregationType Maximum = new("Maximum");

    public static MetricAggregationType FindValue(string value) => FindValue<MetricAggregationType>(value);

    public static implicit operator MetricAggregationType(string value) => FindValue(value);
}
