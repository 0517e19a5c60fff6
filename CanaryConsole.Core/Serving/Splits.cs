namespace CanaryConsole.Core.Serving;

/// <summary>Two splits of the traffic held against each other.</summary>
internal static class Splits
{
    /// <summary>Weights are floats on the wire; shares nearer than this are the same.</summary>
    private const double Tolerance = 0.0005;

    /// <summary>The same variants with the same shares; a model that is not known on one side may be any.</summary>
    public static bool AreSame(IReadOnlyList<ServedVariant>? one, IReadOnlyList<ServedVariant>? other) =>
        one is not null && other is not null && one.Count == other.Count && one.All(served => other.Any(counterpart => IsSame(served, counterpart)));

    private static bool IsSame(ServedVariant one, ServedVariant other) =>
        one.Variant == other.Variant
        && Math.Abs(one.Share.Fraction - other.Share.Fraction) < Tolerance
        && (one.Model is null || other.Model is null || one.Model == other.Model);
}
