namespace CanaryConsole.Core.Costs;

/// <summary>One row of the price table.</summary>
/// <param name="Item">An instance type as in "ml.m5.xlarge", or a unit of another service as in "cloudwatch:get-metric-data".</param>
/// <param name="Usd">US dollars for one unit; at least 0.</param>
/// <param name="Unit">As in "hour", "1,000 metrics" or "month".</param>
/// <param name="Region">Where it holds; null for everywhere.</param>
/// <param name="Date">When it was read.</param>
/// <param name="Source">Where it was read.</param>
public sealed record Price(string Item, decimal Usd, string Unit, string? Region, DateOnly Date, string Source);
