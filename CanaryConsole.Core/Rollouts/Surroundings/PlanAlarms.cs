using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The alarms of a request, held to their bounds. Pure.</summary>
internal static class PlanAlarms
{
    private const int Most = 10;
    private const int DefaultMinutes = 3;
    private const int MostMinutes = 60;

    /// <summary>Null where none were asked for.</summary>
    public static IReadOnlyList<ChallengerAlarm>? Of(RolloutRequest request, Challenger challenger)
    {
        if (request.Alarms is not { Count: > 0 } asked)
        {
            return null;
        }

        if (ManagedPlan.IsManaged(request.Strategy))
        {
            throw RequestBounds.Invalid(
                "alarms",
                $"alarms were given, but the strategy is {RequestWords.Name(request.Strategy)}: the new fleet bears the old one's variant name, so they would watch both. Its guardrails have alarms of their own; managed.alarms takes yours.");
        }

        return asked.Count <= Most
            ? [.. asked.Select((alarm, index) => Of(alarm, $"alarms[{index}]", challenger))]
            : throw RequestBounds.Invalid("alarms", $"alarms has {asked.Count} entries; at most {Most} are possible.");
    }

    /// <summary>From a plan back to what would make it again.</summary>
    public static IReadOnlyList<AlarmRequest>? Request(IReadOnlyList<ChallengerAlarm>? alarms) =>
        alarms is null ? null : [.. alarms.Select(alarm => new AlarmRequest(RequestWords.Name(alarm.Kind), alarm.Limit, alarm.Minutes))];

    private static ChallengerAlarm Of(AlarmRequest asked, string at, Challenger challenger)
    {
        var kind = RequestWords.OneOf($"{at}.kind", asked.Kind ?? "", ChallengerAlarmKind.LatencyP99);
        var (least, most) = kind switch
        {
            ChallengerAlarmKind.LatencyP99 => (0.001, 60_000),
            ChallengerAlarmKind.ErrorRate5xx => (0, 0.999),
            ChallengerAlarmKind.Cpu or ChallengerAlarmKind.Memory => (0.1, 99.9),
        };
        var limit = RequestBounds.Within($"{at}.limit", asked.Limit, double.NaN, least, most);
        if (kind is ChallengerAlarmKind.Cpu && InstanceCores.Of(challenger.InstanceType) is null)
        {
            throw RequestBounds.Invalid(
                $"{at}.kind", $"{at}.kind is \"cpu\", but how many cores an {challenger.InstanceType} has is not known here, and CloudWatch counts 100 % for each: leave this alarm out.");
        }

        return new ChallengerAlarm(kind, limit, RequestBounds.Within($"{at}.minutes", asked.Minutes, DefaultMinutes, 1, MostMinutes));
    }
}
