using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>A production variant as it was seen at one moment.</summary>
/// <param name="ModelName">Empty where its configuration was gone.</param>
/// <param name="InstanceType">Empty where its configuration was gone.</param>
/// <param name="Weight">Relative, at least 0.</param>
public sealed record SeenVariant(string Name, string ModelName, string InstanceType, double Weight, int InstanceCount);

/// <summary>What an endpoint was made of at one moment, kept with the event that speaks of it.</summary>
/// <param name="Variants">In the configuration's order; none in events of older consoles, which kept the configuration's name alone.</param>
public sealed record EndpointSight(string ConfigName, IReadOnlyList<SeenVariant> Variants)
{
    public static EndpointSight Of(EndpointDescription endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return new(endpoint.ConfigName, [.. endpoint.Variants.Select(variant =>
            new SeenVariant(variant.Name, variant.ModelName, variant.InstanceType, variant.CurrentWeight, variant.CurrentInstanceCount))]);
    }

    public SeenVariant? Variant(string name) => Variants.FirstOrDefault(variant => string.Equals(variant.Name, name, StringComparison.Ordinal));

    /// <summary>The part of the traffic the variant had: 0 for one that was not there.</summary>
    public Percentage ShareOf(string variantName)
    {
        var sum = Variants.Sum(variant => variant.Weight);
        return sum > 0 && Variant(variantName) is { } found ? Percentage.FromFraction(found.Weight / sum) : Percentage.Zero;
    }
}
