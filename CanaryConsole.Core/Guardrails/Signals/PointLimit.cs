using System.Globalization;

namespace CanaryConsole.Core.Guardrails;

/// <summary>What single values are held against.</summary>
/// <param name="What">The metric in the words of a sentence: "CPU".</param>
/// <param name="Unit">Of the values.</param>
/// <param name="Limit">In <paramref name="Unit"/>; null where the limit has a unit of another dimension, so that nothing can be compared.</param>
internal sealed record PointLimit(string What, MetricUnit Unit, bool Above, double? Limit, Quantity Asked)
{
    public static PointLimit Of(GuardrailRule.UtilizationLimit rule) => new(
        rule.Kind is UtilizationKind.Cpu ? "CPU" : "memory", MetricUnit.Percent, Above: true, rule.LimitPercent, new Quantity(rule.LimitPercent, MetricUnit.Percent));

    public static PointLimit Of(GuardrailRule.MetricLimit rule) => new(
        rule.Query.Expression ?? rule.Query.Metrics[0].MetricName,
        rule.Query.Unit,
        rule.Above,
        rule.Limit.IsComparableTo(rule.Query.Unit) ? rule.Limit.In(rule.Query.Unit).Value : null,
        rule.Limit);

    public bool Fails(double value) => Above ? value > Limit : value < Limit;

    /// <summary>How near a value is to the limit: 1 at it, above 1 beyond.</summary>
    public double Strength(double value) => (Above, Limit, value) switch
    {
        (_, null, _) => 0,
        (true, > 0, _) => Math.Max(0, value / Limit.Value),
        (false, > 0, > 0) => Limit.Value / value,
        // Ratios say nothing across zero: beyond or not is all there is.
        _ => Fails(value) ? double.MaxValue : 0,
    };

    /// <summary>"CPU 96 %, limit 80 %".</summary>
    public string Measured(double value) => string.Create(
        CultureInfo.InvariantCulture, $"{What} {new Quantity(value, Unit)}, {(Above ? "limit" : "at least")} {Asked}{(Above ? "" : " wanted")}");
}
