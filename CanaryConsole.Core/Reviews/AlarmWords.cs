using System.Globalization;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Reviews;

/// <summary>An alarm in a few lines.</summary>
internal static class AlarmWords
{
    public static string Of(GuardAlarm alarm) => $"{Watches(alarm.Rule)}\nVariant {alarm.Variant} of {alarm.Endpoint}{Looks(alarm)}";

    private static string Watches(AlarmRule rule) => rule switch
    {
        AlarmRule.ErrorRate rate => $"Error rate above {rate.Limit}",
        AlarmRule.Latency latency => string.Create(CultureInfo.InvariantCulture, $"{GuardAlarms.PercentileName(latency.Percentile)} of ModelLatency above {latency.Limit.TotalMilliseconds:0.###} ms"),
        AlarmRule.ServerErrorRate rate => $"5xx errors above {rate.Limit} of the requests",
        AlarmRule.Utilization use => string.Create(CultureInfo.InvariantCulture, $"{(use.Kind is UtilizationKind.Cpu ? "CPUUtilization" : "MemoryUtilization")} above {use.LimitPercent:0.#} %"),
        AlarmRule.Abort => "Moved by hand: makes SageMaker roll back",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Looks(GuardAlarm alarm) => alarm.Rule is AlarmRule.Abort
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"\n{alarm.DatapointsToAlarm} of {alarm.EvaluationPeriods} periods of {alarm.Period.TotalMinutes:0.#} min");
}
