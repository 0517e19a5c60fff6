using System.Globalization;

namespace CanaryConsole.Api;

internal static class QueryReading
{
    private static readonly string[] Times = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>A time of the query string, UTC unless it says otherwise, or its fallback. Null when it will do; otherwise the answer to give.</summary>
    public static IResult? TryTime(string name, string? text, DateTimeOffset fallback, out DateTimeOffset value)
    {
        value = fallback;

        // A plus sign that was not encoded arrives as a space.
        return text is null || DateTimeOffset.TryParseExact(
                text.Replace(' ', '+'), Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out value)
            ? null
            : Problems.BadField(name, text, $"{name} is \"{text}\": it must be a time like 2026-11-21T07:30:00Z.");
    }

    /// <summary>A whole number of the query string, or its fallback. Null when it will do; otherwise the answer to give.</summary>
    public static IResult? TryWhole(string name, string? text, long fallback, long least, long most, out long value)
    {
        value = fallback;
        return text is null || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most)
            ? null
            : Problems.BadField(name, text, $"{name} is \"{text}\": it must be a whole number from {least} to {most}.");
    }
}
