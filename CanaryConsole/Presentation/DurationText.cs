using System.Globalization;

namespace CanaryConsole.Presentation;

/// <summary>Lengths of time in words short enough for a table.</summary>
internal static class DurationText
{
    /// <summary>"just now", "12 s ago", "5 min ago", "3 h ago", "3 days ago". A moment ahead of the clock counts as now.</summary>
    public static string Ago(TimeSpan age) => age < TimeSpan.FromSeconds(1) ? "just now" : Rough(age) + " ago";

    /// <summary>The largest unit only: "12 s", "5 min", "3 h", "3 days".</summary>
    public static string Rough(TimeSpan span) => span switch
    {
        { TotalSeconds: < 60 } => Invariant($"{Math.Max(0, (int)span.TotalSeconds)} s"),
        { TotalMinutes: < 60 } => Invariant($"{(int)span.TotalMinutes} min"),
        { TotalHours: < 48 } => Invariant($"{(int)span.TotalHours} h"),
        _ => Invariant($"{(int)span.TotalDays} days"),
    };

    /// <summary>Planned lengths: "0 s", "30 s", "10 min", "1 h 30 min", "7 days".</summary>
    public static string Span(TimeSpan span)
    {
        string[] parts =
        [
            span.Days > 0 ? CountText.Of(span.Days, "day", "days") : "",
            span.Hours > 0 ? Invariant($"{span.Hours} h") : "",
            span.Minutes > 0 ? Invariant($"{span.Minutes} min") : "",
            span.Seconds > 0 ? Invariant($"{span.Seconds} s") : "",
        ];
        var said = parts.Where(part => part.Length > 0).Take(2).ToArray();
        return said.Length > 0 ? string.Join(' ', said) : "0 s";
    }

    /// <summary>A running countdown: "6:12", "1:02:03". Rounded up, so that it shows 0:00 only when nothing is left.</summary>
    public static string Clock(TimeSpan left)
    {
        var whole = TimeSpan.FromSeconds(Math.Ceiling(Math.Max(0, left.TotalSeconds)));
        return whole.TotalHours >= 1
            ? Invariant($"{(int)whole.TotalHours}:{whole.Minutes:00}:{whole.Seconds:00}")
            : Invariant($"{whole.Minutes}:{whole.Seconds:00}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
