using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CanaryConsole.Api;

internal enum StoryFormat
{
    Json,
    Csv,
}

internal static class StoryFormats
{
    /// <summary>By the address where it says so, else by what the client likes best of the two. Null when it will do; otherwise the answer to give.</summary>
    public static IResult? TryRead(string? format, StringValues accept, out StoryFormat wanted)
    {
        wanted = format is "csv" || (format is null && PrefersCsv(accept)) ? StoryFormat.Csv : StoryFormat.Json;
        return format is null or "json" or "csv" ? null : Problems.BadField("format", format, $"format is \"{format}\": it must be json or csv.");
    }

    // A client that names neither is content with what it always got.
    private static bool PrefersCsv(StringValues accept) =>
        MediaTypeHeaderValue.TryParseList(accept, out var types)
        && Quality(types, "text/csv") is > 0 and var csv
        && csv > Quality(types, "application/json");

    private static double Quality(IList<MediaTypeHeaderValue> types, string type) =>
        types.Where(one => one.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(one => one.Quality ?? 1).DefaultIfEmpty(0).Max();
}
