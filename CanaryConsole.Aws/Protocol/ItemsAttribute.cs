using System.Collections;

namespace CanaryConsole.Aws.Protocol;

/// <summary>How many items a list or entries a map may have; both ends inclusive.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class ItemsAttribute(int min = int.MinValue, int max = int.MaxValue) : RangeAttribute("length", min, max, int.MaxValue)
{
    public int Min { get; } = min;

    public int Max { get; } = max;

    private protected override double Measure(object value) => ((ICollection)value).Count;
}
