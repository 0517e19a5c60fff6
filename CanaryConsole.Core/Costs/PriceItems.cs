namespace CanaryConsole.Core.Costs;

/// <summary>The items of the price table that are no instance types.</summary>
public static class PriceItems
{
    /// <summary>Unit: 1,000 metrics requested.</summary>
    public const string MetricData = "cloudwatch:get-metric-data";

    /// <summary>Unit: one alarm of standard resolution for a month, billed by the hour.</summary>
    public const string Alarm = "cloudwatch:alarm";
}
