using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Costs;

/// <summary>One variant on other instances.</summary>
/// <param name="MoreUsdPerHour">Against now; below 0 for a saving, null where a price is not known.</param>
public sealed record WhatIf(FleetCost Now, FleetCost Then, decimal? MoreUsdPerHour)
{
    public const int MostInstances = 1_000;

    public decimal? MoreUsdPerMonth => MoreUsdPerHour * Money.HoursPerMonth;

    /// <param name="instanceType">Null for the type it has.</param>
    /// <param name="instances">0 to <see cref="MostInstances"/>; null for the count it has.</param>
    public static WhatIf Of(VariantDescription variant, string? instanceType, int? instances, IPriceTable prices)
    {
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentOutOfRangeException.ThrowIfNegative(instances ?? 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(instances ?? 0, MostInstances);
        var now = FleetCost.Of(variant, prices);
        var then = FleetCost.Of(variant.Name, instanceType ?? variant.InstanceType, instances ?? variant.CurrentInstanceCount, prices);
        return new WhatIf(now, then, then.UsdPerHour - now.UsdPerHour);
    }
}
