using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Serving;

/// <summary>An endpoint's variants as parts of its traffic.</summary>
internal static class ServedVariants
{
    /// <summary>Those with traffic, the greatest share first; which package a model came from an endpoint does not say.</summary>
    public static IReadOnlyList<ServedVariant> Of(EndpointDescription endpoint) =>
    [
        // Weights are floats on the wire.
        .. endpoint.Variants
            .Select(variant => new ServedVariant(variant.Name, variant.ModelName, null, null, Percentage.FromFraction(Math.Round(endpoint.ShareOf(variant.Name).Fraction, 6))))
            .Where(served => served.Share > Percentage.Zero)
            .OrderByDescending(served => served.Share)
            .ThenBy(served => served.Variant, StringComparer.Ordinal),
    ];
}
