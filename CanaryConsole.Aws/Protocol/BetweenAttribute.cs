using System.Globalization;

namespace CanaryConsole.Aws.Protocol;

/// <summary>The values a number may take; both ends inclusive.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class BetweenAttribute(double min = double.MinValue, double max = double.MaxValue)
    : RangeAttribute("value", min, max, double.MaxValue)
{
    public double Min { get; } = min;

    public double Max { get; } = max;

    private protected override double Measure(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
