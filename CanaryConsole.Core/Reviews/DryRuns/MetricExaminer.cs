using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>A guardrail on a metric that nobody publishes would never see anything: each has to return at least one point of the champion.</summary>
internal sealed class MetricExaminer(IBaselineReader baseline, IOutlookDesk outlook) : IDryRunExaminer
{
    public IEnumerable<DryRunQuestion> Of(PreparedPlan prepared)
    {
        var plan = prepared.Plan;

        // Alarms are looked at by their names.
        var watched = plan.Guardrails.Where(guardrail => guardrail.Rule is not GuardrailRule.AlarmState && SignalWatch.IsWatched(guardrail.Rule)).ToList();
        yield return new DryRunQuestion("Requests", _ => Task.FromResult<IReadOnlyList<DryRunCheck>>([Requests(plan)]));
        if (watched.Count > 0)
        {
            yield return new DryRunQuestion("Metrics of guardrails", async stop =>
                [.. (await baseline.ReadAsync(plan.Endpoint, plan.ChampionVariant, prepared.Endpoint.MetricPeriod, watched, stop).ConfigureAwait(false)).Select(one => Signal(one.Key, one.Value))]);
        }
    }

    private DryRunCheck Requests(RolloutPlan plan)
    {
        var name = $"Requests of {plan.ChampionVariant}";
        return outlook.TrafficOf(plan.Endpoint, plan.ChampionVariant) is { } traffic
            ? new DryRunCheck(name, DryRunResult.Passed, FormattableString.Invariant($"{traffic.RequestsPerSecond:0.##} requests a second now."))
            : new DryRunCheck(name, DryRunResult.Warned, "The monitor has seen none lately; a step would wait for evidence.");
    }

    private static DryRunCheck Signal(string guardrail, SignalReading reading)
    {
        var name = $"Metric of guardrail \"{guardrail}\"";
        return reading switch
        {
            { Problem: { } problem } => new DryRunCheck(name, DryRunResult.Unknown, problem),
            { Points.Count: 0 } => new DryRunCheck(name, DryRunResult.Failed, "It returned no point for the champion over the last 15 minutes: the guardrail would never see anything."),
            _ => new DryRunCheck(name, DryRunResult.Passed, null),
        };
    }
}
