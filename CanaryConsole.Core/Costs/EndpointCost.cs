using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Costs;

/// <summary>What one endpoint costs as it stands.</summary>
/// <param name="UsdPerHour">Instances of all variants; null where the price of one is not known.</param>
/// <param name="KnownUsdPerHour">The same without those that are not known: at least this much.</param>
/// <param name="Polling">The console's looks as they are now.</param>
/// <param name="PollingIdle">The looks once nothing happens.</param>
/// <param name="Missing">What is not known, a sentence each.</param>
public sealed record EndpointCost(
    string Endpoint,
    IReadOnlyList<VariantCost> Variants,
    decimal? UsdPerHour,
    decimal KnownUsdPerHour,
    PollingCost Polling,
    PollingCost PollingIdle,
    IReadOnlyList<string> Missing)
{
    /// <summary>Those that run and get no traffic, with what they cost an hour.</summary>
    public IEnumerable<VariantCost> Warm => Variants.Where(variant => variant.IsWarm);

    public IEnumerable<Price> Prices => Variants.Select(variant => variant.Fleet.Price).Append(Polling.Price).OfType<Price>().Distinct();

    /// <param name="rollout">The active rollout on the endpoint; null without one.</param>
    public static EndpointCost Of(EndpointDescription endpoint, RolloutState? rollout, IPriceTable prices, MonitoringOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(prices);
        List<VariantCost> variants =
        [
            .. endpoint.Variants.Select(variant => new VariantCost(
                FleetCost.Of(variant, prices),
                endpoint.ShareOf(variant.Name),
                IsShadow: false,
                IsWarm: variant is { CurrentWeight: 0, CurrentInstanceCount: > 0 } && !IsComing(variant.Name, rollout))),
            .. endpoint.ShadowVariants.Select(variant => new VariantCost(FleetCost.Of(variant, prices), Percentage.Zero, IsShadow: true, IsWarm: false)),
        ];
        var idle = PollingCost.Idle(variants.Count, options, prices);
        return new EndpointCost(
            endpoint.Name,
            variants,
            Money.Sum(variants.Select(variant => variant.Fleet.UsdPerHour)),
            variants.Sum(variant => variant.Fleet.UsdPerHour ?? 0),
            rollout is null ? idle : PollingCost.Active(variants.Count, rollout.Plan.Guardrails, options, prices),
            idle,
            [.. variants.Select(variant => variant.Fleet.Missing).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>A challenger without traffic yet is on its way in, not kept.</summary>
    private static bool IsComing(string variant, RolloutState? rollout) => rollout is { IsOnTheWayBack: false } && rollout.Plan.Challenger.VariantName == variant;
}

/// <param name="Share">Of the traffic.</param>
/// <param name="IsShadow">It gets copies and answers nobody.</param>
/// <param name="IsWarm">It runs without traffic, so that a way back is quick.</param>
public sealed record VariantCost(FleetCost Fleet, Percentage Share, bool IsShadow, bool IsWarm);
