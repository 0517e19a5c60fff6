using System.Globalization;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Forecasts;

/// <summary>
/// Warns of guardrails that read nothing of the champion before the start: with a wrong name or dimension a metric has no value, which reads like an idle
/// endpoint and would never be seen otherwise. Pure.
/// </summary>
public static class BaselineLint
{
    /// <param name="guardrails">All of the plan, in its order.</param>
    /// <param name="readings">What each would have read lately had the champion been the challenger, by its name; one that is not in it was not read.</param>
    public static IReadOnlyList<LintFinding> Check(IReadOnlyList<Guardrail> guardrails, string championVariant, IReadOnlyDictionary<string, SignalReading> readings)
    {
        ArgumentNullException.ThrowIfNull(guardrails);
        ArgumentNullException.ThrowIfNull(readings);
        return
        [
            .. guardrails.Select((guardrail, index) => readings.TryGetValue(guardrail.Name, out var reading) && Warning(guardrail, championVariant, reading) is { } warning
                ? new LintFinding(IsError: false, string.Create(CultureInfo.InvariantCulture, $"guardrails[{index}]"), $"\"{guardrail.Name}\" {warning}")
                : null).OfType<LintFinding>(),
        ];
    }

    private static string? Warning(Guardrail guardrail, string champion, SignalReading reading) => (guardrail.Rule, reading) switch
    {
        (_, { Problem: { } problem }) => $"would be blind now: {problem.TrimEnd('.')}.",
        (GuardrailRule.AlarmState alarm, { Points: [] }) => $"says nothing now: alarm {alarm.AlarmName} has insufficient data.",
        (GuardrailRule.AlarmState alarm, { Points: [.., { Value: > 0 }] }) =>
            $"holds every step as things are: alarm {alarm.AlarmName} is in ALARM already, which is not the challenger's doing.",
        (GuardrailRule.AlarmState, _) => null,
        (GuardrailRule.UtilizationLimit rule, _) => Values(guardrail, PointLimit.Of(rule), champion, reading),
        (GuardrailRule.MetricLimit rule, _) => Values(guardrail, PointLimit.Of(rule), champion, reading),
        _ => null,
    };

    private static string? Values(Guardrail guardrail, PointLimit limit, string champion, SignalReading reading)
    {
        if (reading.Points.Count == 0)
        {
            return $"has had no value of {limit.What} for {champion} lately: check its names and dimensions, or it will never see anything.";
        }

        var failed = reading.Points.TakeLast(guardrail.Looks).Where(point => limit.Fails(point.Value)).ToList();
        return failed.Count >= guardrail.FailedLooks ? $"would roll back at once: for {champion} itself it reads {limit.Measured(failed[^1].Value)}." : null;
    }
}
