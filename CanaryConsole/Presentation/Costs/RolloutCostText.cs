using CanaryConsole.Core.Costs;

namespace CanaryConsole.Presentation.Costs;

/// <summary>What a rollout costs, in one line.</summary>
public static class RolloutCostText
{
    /// <summary>As in "+0.46 USD/h, 0.53 USD in all".</summary>
    public static string Of(PlanCost cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        return cost.ExtraUsd is null ? cost.Missing.Count > 0 ? cost.Missing[0] : MoneyText.Unknown : $"{MoneyText.More(cost.ExtraUsdPerHour)}/h, {MoneyText.Of(cost.ExtraUsd)} in all";
    }

    /// <summary>As in "+0.46 USD/h now · 0.12 USD spent · 0.41 USD ahead · 0.53 USD in all".</summary>
    public static string Of(RolloutCost cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        return cost.InAllUsd is null
            ? cost.Plan.Missing.Count > 0 ? cost.Plan.Missing[0] : MoneyText.Unknown
            : $"{MoneyText.More(cost.UsdPerHour)}/h now · {MoneyText.Of(cost.SpentUsd)} spent · {MoneyText.Of(cost.AheadUsd)} ahead if nothing holds it · {MoneyText.Of(cost.InAllUsd)} in all";
    }

    /// <summary>As in "ml.m5.xlarge us-east-1, 28 Sep 2026 (AWS Price List API)".</summary>
    public static string Origins(IEnumerable<Price> prices) => string.Join("; ", prices.Select(price => $"{price.Item} {MoneyText.Origin(price)} ({price.Source})"));
}
