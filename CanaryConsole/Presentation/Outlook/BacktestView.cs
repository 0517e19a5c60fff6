using System.Globalization;
using CanaryConsole.Core.Backtests;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation.Outlook;

/// <summary>One figure with what it counts.</summary>
public sealed record BacktestFigure(string Number, string Name);

/// <summary>One worsening in the table.</summary>
public sealed record BacktestRow(string Worsening, Badge Seen, string TimeToSee, string Harmed, string FiredBy);

/// <summary>One past rollout in the list.</summary>
public sealed record BacktestPast(string Id, string Ended, Badge Verdict);

/// <summary>A backtest's result in words.</summary>
public sealed record BacktestView(
    IReadOnlyList<BacktestFigure> Figures, string Found, string? FalselyBy, IReadOnlyList<BacktestRow> Rows, IReadOnlyList<BacktestPast> Past, IReadOnlyList<string> Remarks)
{
    public static BacktestView Of(BacktestResult result)
    {
        var seen = result.Worsenings.Sum(worse => worse.Replays - worse.Missed);
        var times = result.Worsenings.Where(worse => worse.MedianTimeToSee is not null).Select(worse => worse.MedianTimeToSee!.Value).Order().ToList();
        return new BacktestView(
            [
                new($"{result.FalseAlarms} of {result.Replays}", $"false rollbacks ({result.FalseAlarmLow} to {result.FalseAlarmHigh})"),
                new($"{seen} of {result.Worsenings.Sum(worse => worse.Replays)}", "incidents seen"),
                new(times.Count > 0 ? ForecastWords.Span(times[times.Count / 2]) : "–", "median time to see"),
            ],
            $"{Days(result)} of metrics, {CountText.Of(result.Requests, "request", "requests")}; {CountText.Of(result.PastRollouts.Count, "past rollout", "past rollouts")}",
            result.FiredFalsely.Count > 0 ? $"False rollbacks by {By(result.FiredFalsely)}." : null,
            [.. result.Worsenings.Select(Row)],
            [.. result.PastRollouts.Select(PastLine)],
            result.Remarks);
    }

    private static string Days(BacktestResult result) => result.DaysFound >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{result.DaysFound:0.#} days")
        : DurationText.Span(TimeSpan.FromMinutes(Math.Round((result.To - result.From).TotalMinutes)));

    private static BacktestRow Row(WorseningReplays worse) => new(
        ForecastWords.Of(worse.Worsening),
        new Badge($"{worse.Replays - worse.Missed} of {worse.Replays}", worse.Missed == 0 ? Tone.Good : Tone.Warn, worse.Missed == 0 ? Glyph.Check : Glyph.Alert),
        worse.MedianTimeToSee is { } time ? ForecastWords.Span(time) : "most missed",
        worse.MedianHarmed is { } harmed ? ForecastWords.Number(harmed) : "–",
        worse.Fired.Count > 0 ? By(worse.Fired) : "none");

    private static BacktestPast PastLine(PastRolloutReplay past)
    {
        var wasTakenBack = past.Ended is RolloutPhase.RolledBack;
        var ended = $"{(past.Ended, past.Automatic) switch
        {
            (RolloutPhase.RolledBack, true) => "rolled back by a guard",
            (RolloutPhase.RolledBack, false) => "rolled back by a person",
            (RolloutPhase.Completed, _) => "completed",
            _ => "cancelled",
        }} after {ForecastWords.Span(past.EndedAfter)}";
        return new BacktestPast(past.Id.Value, ended, (past.SeenAfter, wasTakenBack) switch
        {
            ({ } after, true) => new Badge($"rolled back after {ForecastWords.Span(after)}", Tone.Good, Glyph.Check, past.Guardrail),
            ({ } after, false) => new Badge($"would have rolled back after {ForecastWords.Span(after)}", Tone.Warn, Glyph.Alert, past.Guardrail),
            (null, true) => new Badge("would not have rolled back", Tone.Warn, Glyph.Alert),
            (null, false) => new Badge("let through", Tone.Good, Glyph.Check),
        });
    }

    private static string By(IReadOnlyDictionary<string, int> fired) =>
        string.Join(", ", fired.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} ({one.Value})"));
}
