using Amazon.Runtime;

namespace CanaryConsole.Aws.ApplicationAutoScaling;

public sealed class MetricStatistic(string value) : ConstantClass(value)
{
    public static readonly MetricStatistic Average = new("Average");
    public static readonly MetricStatistic Minimum = new("Minimum");
    public static readonly MetricStatistic Maximum = new("Maximum");
    public static readonly MetricStatistic SampleCount = new("SampleCount");
    public static readonly MetricStatistic Sum = new("Sum");

    public static MetricStatistic FindValue(string value) => FindValue<MetricStatistic>(value);

    public static implicit operator MetricStatistic(string value) => FindValue(value);
}
