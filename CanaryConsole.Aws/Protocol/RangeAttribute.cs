using System.Globalization;

namespace CanaryConsole.Aws.Protocol;

/// <summary>A bound with a lower and an upper end, either of which may be open.</summary>
public abstract class RangeAttribute : BoundAttribute
{
    private readonly string? _lower;
    private readonly string? _upper;

    private protected RangeAttribute(string what, double min, double max, double open)
    {
        Lower = min;
        Upper = max;
        _lower = min <= -open ? null : $"Member must have {what} greater than or equal to {Text(min)}";
        _upper = max >= open ? null : $"Member must have {what} less than or equal to {Text(max)}";
    }

    internal override IEnumerable<string> Constraints => new[] { _upper, _lower }.OfType<string>();

    private protected double Lower { get; }

    private protected double Upper { get; }

    internal override bool Holds(object value) => Measure(value) is var measure && IsBelowUpper(measure) && IsAboveLower(measure);

    internal override IEnumerable<string> Violations(object value)
    {
        var measure = Measure(value);
        if (!IsBelowUpper(measure))
        {
            yield return _upper!;
        }

        if (!IsAboveLower(measure))
        {
            yield return _lower!;
        }
    }

    // Written so that NaN is outside of every closed end.
    private bool IsBelowUpper(double measure) => _upper is null || measure <= Upper;

    private bool IsAboveLower(double measure) => _lower is null || measure >= Lower;

    private protected abstract double Measure(object value);

    private static string Text(double end) => end.ToString("0.############", CultureInfo.InvariantCulture);
}
