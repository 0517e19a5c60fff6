using System.Globalization;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Backtests;

/// <summary>What a result does not cover, in sentences. Pure.</summary>
internal static class BacktestRemarks
{
    public static IReadOnlyList<string> Of(BacktestTask task, IReadOnlyList<MetricWindow> windows, int starts) =>
        [.. new[] { Short(task, windows), Long(task, windows), Fewer(task, starts), Unreplayed(task), Uncounted(windows, task) }.OfType<string>()];

    private static string? Short(BacktestTask task, IReadOnlyList<MetricWindow> windows)
    {
        var found = windows[^1].End - windows[0].Start;
        return found < TimeSpan.FromDays(task.Days) - TimeSpan.FromHours(1)
            ? string.Create(CultureInfo.InvariantCulture, $"Only {(found.TotalDays >= 1 ? $"{found.TotalDays:0.#} days" : $"{found.TotalHours:0.#} hours")} of metrics were found, of {task.Days} days asked for.")
            : null;
    }

    private static string? Long(BacktestTask task, IReadOnlyList<MetricWindow> windows) => Replay.PlannedWindows(task.Outline, HistoryReader.Period) > windows.Count
        ? "The plan lasts longer than the metrics found, so each replay goes through them more than once."
        : null;

    private static string? Fewer(BacktestTask task, int starts) => starts < task.Replays
        ? $"{starts} replays were run instead of {task.Replays}: a plan this long takes too many looks for more."
        : null;

    private static string? Unreplayed(BacktestTask task)
    {
        var names = task.Outline.Guardrails.Where(guardrail => !ReplayGuards.CanReplay(guardrail)).Select(guardrail => $"\"{guardrail.Name}\"").ToList();
        return names.Count > 0 ? $"Not replayed, because a pretend challenger has only requests: {string.Join(", ", names)}." : null;
    }

    private static string? Uncounted(IReadOnlyList<MetricWindow> windows, BacktestTask task) =>
        task.Outline.Guardrails.Any(guardrail => guardrail.Rule is Guardrails.GuardrailRule.LatencyLimit) && !Replays.CountsSlow(windows)
            ? "Slow requests were not counted in these metrics, so no slower challenger was replayed."
            : null;
}
