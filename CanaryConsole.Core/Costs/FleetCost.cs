using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Costs;

/// <summary>What the instances of one variant cost.</summary>
/// <param name="Instances">At least 0.</param>
/// <param name="Price">Null where the price of the type is not known.</param>
/// <param name="Missing">Why <paramref name="UsdPerHour"/> is not known, as a sentence; null where it is.</param>
public sealed record FleetCost(string Variant, string InstanceType, int Instances, Price? Price, decimal? UsdPerHour, string? Missing)
{
    public static FleetCost Of(VariantDescription variant, IPriceTable prices)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return Of(variant.Name, variant.InstanceType, variant.CurrentInstanceCount, prices);
    }

    public static FleetCost Of(string variant, string instanceType, int instances, IPriceTable prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentNullException.ThrowIfNull(instanceType);
        if (!instanceType.StartsWith("ml.", StringComparison.Ordinal))
        {
            return new FleetCost(variant, instanceType, instances, null, null, $"{variant} runs on no instances of its own; what its requests cost is not estimated.");
        }

        return prices.Find(instanceType) is { } price
            ? new FleetCost(variant, instanceType, instances, price, instances * price.Usd, null)
            : new FleetCost(variant, instanceType, instances, null, null, $"There is no price for {instanceType}; add it to the price file.");
    }
}
