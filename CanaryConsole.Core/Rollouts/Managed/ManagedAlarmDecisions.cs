using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The alarms of a managed deployment: made before it, watched during it, gone after it.</summary>
internal static class ManagedAlarmDecisions
{
    private const string HeldByAlarm = "alarm";
    private const string Unreadable = "alarms unreadable";

    public static IReadOnlyList<GuardAlarm> Wanted(RolloutState state) => GuardAlarms.Of(state.Id.Value, Reconciler.ConfigName(state.Id), state.Plan);

    /// <summary>The console's own and the team's: whatever can make SageMaker roll back.</summary>
    public static IReadOnlyList<string> Names(RolloutState state) => [.. Wanted(state).Select(alarm => alarm.Name), .. state.Plan.Managed?.ExtraAlarms ?? []];

    public static GuardAlarm Abort(RolloutState state) => Wanted(state).Single(alarm => alarm.Rule is AlarmRule.Abort);

    public static string AbortName(RolloutState state) => state.Plan.Managed is null ? "" : Abort(state).Name;

    /// <summary>Null once every alarm is there and none is in ALARM: SageMaker would roll back at once.</summary>
    public static Decision? Prepare(RolloutState state, DateTimeOffset at)
    {
        var stand = state.Managed ?? new ManagedState();
        if (!stand.AlarmsReady)
        {
            return (stand.AlarmsRequestedAt is { } asked && at - asked < RolloutDefaults.VariantRetryAfter, stand.AlarmRequests) switch
            {
                (true, _) => Decision.Nothing,
                (_, >= RolloutDefaults.VariantAttempts) => Decision.Of(new RolloutEvent.RolloutBlocked(
                    $"the alarms of the deployment are not there after {stand.AlarmRequests} requests; nothing has been deployed")),
                _ => Decision.Of(new RolloutEvent.ManagedEvent.AlarmsRequested([.. Wanted(state).Select(alarm => alarm.Name)])),
            };
        }

        if (stand.Tripped.FirstOrDefault() is not { } tripped)
        {
            return null;
        }

        var why = $"alarm {tripped.Name} is in ALARM, and SageMaker would roll back at once";
        return (string.Equals(state.HoldTopic, HeldByAlarm, StringComparison.Ordinal), state.Paged) switch
        {
            (false, _) => Decision.Of(new RolloutEvent.StepHeld(HeldByAlarm, why)),
            (true, false) when at - state.PhaseSince >= RolloutDefaults.PageAfter => Decision.Of(new RolloutEvent.AttentionRequested(why)),
            _ => Decision.Nothing,
        };
    }

    public static Decision Seen(RolloutState state, RolloutInput.ManagedInput.ReportAlarms report)
    {
        var stand = state.Managed ?? new ManagedState();
        if (state.Phase is RolloutPhase.Preparing && !stand.AlarmsReady)
        {
            // An alarm that is not there yet is asked for again.
            return report.Problem is null && report.Alarms.Count > 0 && report.Alarms.All(alarm => alarm.State is not AlarmState.Missing)
                ? Decision.Of(new RolloutEvent.ManagedEvent.AlarmsReady(report.Alarms))
                : Decision.Nothing;
        }

        List<RolloutEvent> events = [];
        if (state.Phase is not (RolloutPhase.Preparing or RolloutPhase.Deploying or RolloutPhase.RollingBack))
        {
            // Nothing happens here: the deployment these alarms watched is over.
            return Decision.Nothing;
        }

        if (report.Problem is null && !IsSame(stand.Alarms ?? [], report.Alarms))
        {
            events.Add(new RolloutEvent.ManagedEvent.AlarmStatesSeen(report.Alarms));
        }

        if (state.Phase is RolloutPhase.Deploying && report.RollsBack)
        {
            events.Add(new RolloutEvent.RollbackStarted(WhyRolledBack(report.Alarms.Where(alarm => alarm.State is AlarmState.Alarm), null), Automatic: true, []));
        }
        else if (state.Phase is RolloutPhase.Deploying && report.Problem is { } problem && !string.Equals(state.HoldTopic, Unreadable, StringComparison.Ordinal))
        {
            events.Add(new RolloutEvent.StepHeld(Unreadable, $"the alarms cannot be read: {problem}"));
        }

        return Decision.Of([.. events]);
    }

    /// <summary>Why SageMaker went back by itself, as far as it can be known.</summary>
    public static string WhyRolledBack(IEnumerable<AlarmSighting> tripped, string? failureReason)
    {
        var names = string.Join(", ", tripped.Select(alarm => alarm.Name));
        return (names, failureReason) switch
        {
            ({ Length: > 0 }, _) => $"SageMaker rolled back: alarm {names} went into ALARM",
            (_, { Length: > 0 } reason) => $"SageMaker rolled back: {reason.TrimEnd('.')}",
            _ => "SageMaker went back to the old configuration by itself and gave no reason",
        };
    }

    private static bool IsSame(IReadOnlyList<AlarmSighting> known, IReadOnlyList<AlarmSighting> seen) =>
        known.Select(alarm => (alarm.Name, alarm.State)).SequenceEqual(seen.Select(alarm => (alarm.Name, alarm.State)));
}
