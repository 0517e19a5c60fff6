namespace CanaryConsole.Aws.Protocol;

/// <summary>How long a text may be, in characters, or a blob, in bytes; both ends inclusive.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class LengthAttribute(int min = int.MinValue, int max = int.MaxValue) : RangeAttribute("length", min, max, int.MaxValue)
{
    public int Min { get; } = min;

    public int Max { get; } = max;

    private protected override double Measure(object value) => value switch
    {
        string text => Characters(text),
        Stream blob => blob.Length,
        _ => throw new ArgumentException($"A {value.GetType().Name} has no length."),
    };

    private static int Characters(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? text.EnumerateRunes().Count() : text.Length;
}
