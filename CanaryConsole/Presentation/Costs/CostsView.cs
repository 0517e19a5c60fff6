using CanaryConsole.Core.Costs;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Presentation.Costs;

/// <summary>The cost page, made from one snapshot.</summary>
/// <param name="Warm">Variants that run without traffic, a line each.</param>
/// <param name="Missing">What has no price, a sentence each.</param>
/// <param name="UnknownTypes">Instance types to add to the price file.</param>
/// <param name="IsWhole">False where the sums leave something out.</param>
public sealed record CostsView(
    IReadOnlyList<CostRow> Rows,
    string PerHour,
    string PerMonth,
    string WarmPerHour,
    string LooksPerMonth,
    IReadOnlyList<string> Warm,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> UnknownTypes,
    bool IsWhole)
{
    public static CostsView Of(MonitorSnapshot snapshot, IPriceTable prices, MonitoringOptions options)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        List<EndpointCost> costs = [.. snapshot.Endpoints.Select(endpoint => EndpointCost.Of(
            endpoint.Description, snapshot.ActiveRolloutOn(endpoint.Description.Name)?.State, prices, options))];
        var known = costs.Sum(cost => cost.KnownUsdPerHour);
        var isWhole = costs.All(cost => cost.UsdPerHour is not null);
        var warm = costs.SelectMany(cost => cost.Warm.Select(variant => (cost.Endpoint, Variant: variant))).ToList();
        decimal? looks = costs.All(cost => cost.Polling.UsdPerHour is not null) ? costs.Sum(cost => cost.Polling.UsdPerHour) : null;
        return new CostsView(
            [.. costs.OrderByDescending(cost => cost.KnownUsdPerHour).ThenBy(cost => cost.Endpoint, StringComparer.Ordinal).Select(cost => CostRow.Of(cost, isWhole ? known : null))],
            isWhole ? MoneyText.PerHour(known) : $"at least {MoneyText.PerHour(known)}",
            isWhole ? MoneyText.PerMonth(known) : $"at least {MoneyText.PerMonth(known)}",
            warm.Exists(one => one.Variant.Fleet.UsdPerHour is null) ? MoneyText.Unknown : MoneyText.PerHour(warm.Sum(one => one.Variant.Fleet.UsdPerHour)),
            MoneyText.PerMonth(looks),
            [.. warm.Select(one => $"{one.Variant.Fleet.Variant} on {one.Endpoint} runs without traffic: {MoneyText.Spans(one.Variant.Fleet.UsdPerHour)}.")],
            [.. costs.SelectMany(cost => cost.Missing).Distinct(StringComparer.Ordinal)],
            [.. costs.SelectMany(cost => cost.Variants).Where(variant => variant.Fleet is { Price: null } && variant.Fleet.InstanceType.StartsWith("ml.", StringComparison.Ordinal)).Select(variant => variant.Fleet.InstanceType).Distinct(StringComparer.Ordinal)],
            isWhole);
    }
}
