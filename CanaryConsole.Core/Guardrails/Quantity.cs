using System.Diagnostics;
using System.Globalization;

namespace CanaryConsole.Core.Guardrails;

/// <summary>A number with its unit: a limit in milliseconds cannot meet a value in microseconds by mistake.</summary>
/// <param name="Value">Finite.</param>
public sealed record Quantity(double Value, MetricUnit Unit)
{
    /// <summary>Whether the two have a unit of the same dimension.</summary>
    public bool IsComparableTo(MetricUnit unit) => Dimension(Unit) == Dimension(unit);

    /// <summary>The same amount in another unit.</summary>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public Quantity In(MetricUnit unit) => IsComparableTo(unit)
        ? new Quantity(Value * Scale(Unit) / Scale(unit), unit)
        : throw new ArgumentException($"{this} cannot be told in {unit}.", nameof(unit));

    /// <summary>For people, as in "12.5 ms".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.###} {Symbol(Unit)}").TrimEnd();

    private static string Dimension(MetricUnit unit) => unit switch
    {
        MetricUnit.Microseconds or MetricUnit.Milliseconds or MetricUnit.Seconds => "time",
        MetricUnit.Bytes or MetricUnit.Kilobytes or MetricUnit.Megabytes or MetricUnit.Gigabytes => "bytes",
        MetricUnit.None or MetricUnit.Count => "number",
        MetricUnit.Percent => "percent",
        MetricUnit.CountPerSecond => "rate",
        MetricUnit.BytesPerSecond => "bytes per second",
        _ => throw new UnreachableException(),
    };

    // CloudWatch's kilobyte is 1,024 bytes.
    private static double Scale(MetricUnit unit) => unit switch
    {
        MetricUnit.Microseconds => 1e-6,
        MetricUnit.Milliseconds => 1e-3,
        MetricUnit.Kilobytes => 1024,
        MetricUnit.Megabytes => 1024 * 1024,
        MetricUnit.Gigabytes => 1024.0 * 1024 * 1024,
        MetricUnit.Seconds or MetricUnit.Bytes or MetricUnit.None or MetricUnit.Count or MetricUnit.Percent or MetricUnit.CountPerSecond or MetricUnit.BytesPerSecond => 1,
        _ => throw new UnreachableException(),
    };

    private static string Symbol(MetricUnit unit) => unit switch
    {
        MetricUnit.None or MetricUnit.Count => "",
        MetricUnit.Percent => "%",
        MetricUnit.Microseconds => "µs",
        MetricUnit.Milliseconds => "ms",
        MetricUnit.Seconds => "s",
        MetricUnit.Bytes => "B",
        MetricUnit.Kilobytes => "KB",
        MetricUnit.Megabytes => "MB",
        MetricUnit.Gigabytes => "GB",
        MetricUnit.CountPerSecond => "/s",
        MetricUnit.BytesPerSecond => "B/s",
        _ => throw new UnreachableException(),
    };
}
