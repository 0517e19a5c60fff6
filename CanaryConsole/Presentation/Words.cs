using System.Globalization;
using CanaryConsole.Core;

namespace CanaryConsole.Presentation;

/// <summary>Numbers and durations as the pages say them.</summary>
internal static class Words
{
    /// <summary>"4,812".</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 request", "4,812 requests".</summary>
    public static string Count(long number, string thing) => $"{Number(number)} {thing}{(number == 1 ? "" : "s")}";

    /// <summary>A measured rate with two decimals, "0.10 %"; a limit keeps its own digits by <see cref="Percentage.ToString"/>.</summary>
    public static string Rate(Percentage rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.Percent:0.00} %");

    /// <summary>"8.4 ms", "58 ms", "1.25 s".</summary>
    public static string Latency(TimeSpan latency) => latency.TotalMilliseconds switch
    {
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{latency.TotalMilliseconds:0.#} ms"),
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{latency.TotalMilliseconds:0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{latency.TotalSeconds:0.##} s"),
    };

    /// <summary>"9 s", "10 min", "6 min 12 s", "1 h 5 min", "2 d 3 h".</summary>
    public static string Lasting(TimeSpan span)
    {
        var parts = span switch
        {
            { TotalSeconds: < 1 } => ["0 s"],
            { TotalMinutes: < 1 } => [$"{span.Seconds} s"],
            { TotalHours: < 1 } => [$"{span.Minutes} min", Unless(span.Seconds, "s")],
            { TotalDays: < 1 } => [$"{span.Hours} h", Unless(span.Minutes, "min")],
            _ => new[] { $"{span.Days} d", Unless(span.Hours, "h") },
        };
        return string.Join(' ', parts).TrimEnd();
    }

    /// <summary>Time to go: "6:12", "1:05:00".</summary>
    public static string Countdown(TimeSpan left)
    {
        var rounded = TimeSpan.FromSeconds(Math.Ceiling(Math.Max(0, left.TotalSeconds)));
        return rounded < TimeSpan.FromHours(1)
            ? $"{rounded.Minutes}:{rounded.Seconds:00}"
            : $"{(long)rounded.TotalHours}:{rounded.Minutes:00}:{rounded.Seconds:00}";
    }

    /// <summary>The sentence with one full stop and a capital letter, however its author left it.</summary>
    public static string Sentence(string text)
    {
        var trimmed = text.Trim().TrimEnd('.');
        return trimmed.Length == 0 ? "" : $"{char.ToUpperInvariant(trimmed[0])}{trimmed[1..]}.";
    }

    private static string Unless(int number, string unit) => number == 0 ? "" : $"{number} {unit}";
}
