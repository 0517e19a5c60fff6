using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Costs;

/// <summary>What the console's own looks at one endpoint cost: CloudWatch bills each metric requested, however many points it has.</summary>
/// <param name="Interval">Between looks.</param>
/// <param name="MetricsPerLook">All variants together.</param>
/// <param name="MetricsPerHour">With what some guardrails watch beside, which is read less often.</param>
/// <param name="UsdPerHour">Null where the price of a metric is not known.</param>
public sealed record PollingCost(TimeSpan Interval, int MetricsPerLook, decimal MetricsPerHour, decimal? UsdPerHour, Price? Price)
{
    /// <summary>Values that come once a minute are not read more often than this.</summary>
    private static readonly TimeSpan SignalInterval = TimeSpan.FromSeconds(30);

    /// <summary>At an endpoint on which nothing happens.</summary>
    public static PollingCost Idle(int variants, MonitoringOptions options, IPriceTable prices)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Of(options.IdleInterval, variants * MetricNeeds.Series([]), 0, prices);
    }

    /// <summary>At an endpoint with a rollout that these guardrails watch.</summary>
    public static PollingCost Active(int variants, IReadOnlyList<Guardrail> guardrails, MonitoringOptions options, IPriceTable prices)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(guardrails);
        var interval = options.ActiveInterval;
        var signals = guardrails.Sum(guardrail => guardrail.Rule switch
        {
            GuardrailRule.UtilizationLimit => 1,
            GuardrailRule.MetricLimit { Query: var query } => query.Expression is null ? 1 : query.Metrics.Count,
            _ => 0,
        });
        return Of(interval, variants * MetricNeeds.Series(guardrails), signals * PerHour(interval < SignalInterval ? SignalInterval : interval), prices);
    }

    /// <summary>At an endpoint with a rollout that has the guardrails a plan gets when nobody says otherwise.</summary>
    public static PollingCost Usual(int variants, MonitoringOptions options, IPriceTable prices) => Active(variants, PlanGuardrails.Of(new RolloutRequest { Endpoint = "" }), options, prices);

    private static PollingCost Of(TimeSpan interval, int perLook, decimal signalsPerHour, IPriceTable prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        var perHour = (perLook * PerHour(interval)) + signalsPerHour;
        var price = prices.Find(PriceItems.MetricData);
        return new PollingCost(interval, perLook, perHour, perHour * price?.Usd / 1_000, price);
    }

    private static decimal PerHour(TimeSpan interval) => (decimal)TimeSpan.TicksPerHour / interval.Ticks;
}
