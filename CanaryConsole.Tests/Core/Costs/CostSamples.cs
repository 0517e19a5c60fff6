using CanaryConsole.Core.Costs;

namespace CanaryConsole.Tests.Core.Costs;

internal static class CostSamples
{
    public static readonly DateOnly Date = new(2026, 11, 21);

    public static Price Hourly(string item, decimal usd, string? region = "us-east-1") => new(item, usd, "hour", region, Date, "a test");

    public static PriceTable Table(params Price[] user) => new(user, [], "eu-central-1");

    /// <summary>An m5.xlarge at 0.23 an hour, a thousand metrics at 0.01, an alarm at 0.10 a month.</summary>
    public static PriceTable Usual { get; } = Table(
        Hourly("ml.m5.xlarge", 0.23m),
        new Price(PriceItems.MetricData, 0.01m, "1,000 metrics", "us-east-1", Date, "a test"),
        new Price(PriceItems.Alarm, 0.10m, "alarm and month", "us-east-1", Date, "a test"));
}
