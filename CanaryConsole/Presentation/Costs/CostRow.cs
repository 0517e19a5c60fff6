using CanaryConsole.Core.Costs;

namespace CanaryConsole.Presentation.Costs;

/// <summary>One endpoint of the cost table.</summary>
/// <param name="Part">Of the fleet's bill, as in "62 %"; empty while either is not known.</param>
/// <param name="Looks">What the console's looks come to in a month.</param>
public sealed record CostRow(string Name, IReadOnlyList<VariantCostLine> Variants, string PerHour, string PerMonth, string Part, string Looks, string LooksDetail)
{
    public static CostRow Of(EndpointCost cost, decimal? fleetPerHour)
    {
        ArgumentNullException.ThrowIfNull(cost);
        return new CostRow(
            cost.Endpoint,
            [.. cost.Variants.Select(VariantCostLine.Of)],
            MoneyText.PerHour(cost.UsdPerHour),
            MoneyText.PerMonth(cost.UsdPerHour),
            cost.UsdPerHour is { } own && fleetPerHour is > 0 ? $"{own / fleetPerHour * 100:0} %" : "",
            MoneyText.PerMonth(cost.Polling.UsdPerHour),
            $"{cost.Polling.MetricsPerLook} metrics every {DurationText.Span(cost.Polling.Interval)}");
    }
}

/// <param name="What">As in "2 × ml.m5.xlarge".</param>
/// <param name="Standing">As in "95 % of the traffic", "kept warm", "shadow".</param>
/// <param name="Origin">Where its price comes from; what is missing where there is none.</param>
public sealed record VariantCostLine(string Name, string What, string Standing, string PerHour, string Origin, bool IsUnknown)
{
    public static VariantCostLine Of(VariantCost cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        var fleet = cost.Fleet;
        return new VariantCostLine(
            fleet.Variant,
            fleet.InstanceType.Length > 0 ? $"{fleet.Instances} × {fleet.InstanceType}" : "no instances of its own",
            cost.IsShadow ? "shadow" : cost.IsWarm ? "kept warm, no traffic" : $"{cost.Share} of the traffic",
            MoneyText.PerHour(fleet.UsdPerHour),
            fleet.Price is { } price ? MoneyText.Origin(price) : fleet.Missing ?? "",
            fleet.UsdPerHour is null);
    }
}
