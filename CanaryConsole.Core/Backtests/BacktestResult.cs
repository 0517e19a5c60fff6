using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Backtests;

/// <summary>What a set of guardrails would have done.</summary>
/// <param name="From">Start of the first window found.</param>
/// <param name="To">End of the last.</param>
/// <param name="Windows">How many windows with requests were found.</param>
/// <param name="Requests">The champion's in them.</param>
/// <param name="Replays">How often the plan was laid over them, healthy and with each worsening.</param>
/// <param name="FalseAlarms">Replays of a healthy challenger that were rolled back.</param>
/// <param name="FalseAlarmLow">Lower end of the 95 % interval of their part.</param>
/// <param name="FalseAlarmHigh">Upper end.</param>
/// <param name="FiredFalsely">In how many of those each guardrail was in breach.</param>
/// <param name="Worsenings">What became of challengers that were worse.</param>
/// <param name="PastRollouts">The endpoint's finished rollouts of that time, newest first, judged by these guardrails.</param>
/// <param name="Remarks">What the figures do not cover, each a sentence.</param>
public sealed record BacktestResult(
    DateTimeOffset From,
    DateTimeOffset To,
    int Windows,
    long Requests,
    int Replays,
    int FalseAlarms,
    Percentage FalseAlarmLow,
    Percentage FalseAlarmHigh,
    IReadOnlyDictionary<string, int> FiredFalsely,
    IReadOnlyList<WorseningReplays> Worsenings,
    IReadOnlyList<PastRolloutReplay> PastRollouts,
    IReadOnlyList<string> Remarks)
{
    /// <summary>How many days of metrics were found, which may be fewer than were asked for.</summary>
    public double DaysFound => Math.Round((To - From).TotalDays, 2);
}

/// <summary>Replays of a challenger that gets worse.</summary>
/// <param name="FromStep">The step with which it begins, counted from 0.</param>
/// <param name="Missed">Replays in which the plan went through to its end.</param>
/// <param name="MedianTimeToSee">From the worsening to the breach, with the time that metrics take; null when more than half were missed.</param>
/// <param name="MedianHarmed">Bad requests more than the healthy challenger had, until then; null when more than half were missed.</param>
/// <param name="Fired">In how many replays each guardrail was in breach.</param>
public sealed record WorseningReplays(
    Worsening Worsening, int FromStep, int Replays, int Missed, TimeSpan? MedianTimeToSee, double? MedianHarmed, IReadOnlyDictionary<string, int> Fired);

/// <summary>A past rollout as these guardrails would have judged it.</summary>
/// <param name="Ended">Completed, rolled back or cancelled.</param>
/// <param name="Automatic">A guard took it back, not a person.</param>
/// <param name="EndedAfter">From the first share to the decision that ended it.</param>
/// <param name="SeenAfter">When these guardrails would have rolled it back; null: not while it lasted.</param>
/// <param name="Guardrail">Which of them.</param>
public sealed record PastRolloutReplay(RolloutId Id, RolloutPhase Ended, bool Automatic, TimeSpan EndedAfter, TimeSpan? SeenAfter, string? Guardrail);
