using System.Globalization;

namespace CanaryConsole.Api;

internal static class QueryReading
{
    /// <summary>A whole number of the query string, or its fallback. Null when it will do; otherwise the answer to give.</summary>
    public static IResult? TryWhole(string name, string? text, long fallback, long least, long most, out long value)
    {
        value = fallback;
        return text is null || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most)
            ? null
            : Problems.BadField(name, text, $"{name} is \"{text}\": it must be a whole number from {least} to {most}.");
    }
}
