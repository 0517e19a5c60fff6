using System.Globalization;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>One end of a trimmed statistic: a value, or a share of the samples in percent.</summary>
internal sealed record TrimBound(double Value, bool IsPercent)
{
    public static TrimBound? Parse(string text) =>
        text.Length == 0 ? null : new TrimBound(double.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture), text.EndsWith('%'));

    /// <summary>Both ends are of one kind and in order, and no share is more than the whole.</summary>
    public static bool AreSound(TrimBound? lower, TrimBound? upper) =>
        lower is not { IsPercent: true, Value: > 100 }
        && upper is not { IsPercent: true, Value: > 100 }
        && (lower is null || upper is null || (lower.IsPercent == upper.IsPercent && lower.Value < upper.Value));
}
