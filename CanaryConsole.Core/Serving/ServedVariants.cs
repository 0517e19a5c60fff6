using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Serving;

/// <summary>An endpoint's variants as parts of its traffic.</summary>
internal static class ServedVariants
{
    /// <summary>Those with traffic, the greatest share first; which package a model came from an endpoint does not say.</summary>
    public static IReadOnlyList<ServedVariant> Of(EndpointDescription endpoint) =>
    [
        .. endpoint.Variants
            .Select(variant => new ServedVariant(variant.Name, variant.ModelName, null, null, endpoint.ShareOf(variant.Name)))
            .Where(served => served.Share > Percentage.Zero)
            .OrderByDescending(served => served.Share)
            .ThenBy(served => served.Variant, StringComparer.Ordinal),
    ];
}
