using System.Globalization;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation.Story;

/// <summary>The filter of a story as it stands in an address, of the page and of the API alike.</summary>
internal static class StoryAddress
{
    public const int LongestText = 200;

    /// <summary>The filter, or the field that is wrong and why. A filter that is wrong in one field still holds the others.</summary>
    /// <param name="kinds">Names on the wire; each may hold several, with commas between.</param>
    public static (StoryFilter Filter, StoryFault? Fault) Read(IReadOnlyList<string?>? kinds, string? actor, string? from, string? to, string? text)
    {
        string[] named = [.. (kinds ?? []).SelectMany(kind => (kind ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];
        var unknown = named.FirstOrDefault(kind => !RolloutEventJson.Kinds.Contains(kind, StringComparer.Ordinal));
        var fault = unknown is null ? null : new StoryFault("kind", unknown, $"kind is \"{unknown}\": there is no such kind of event.");
        var since = Moment("from", from, ref fault);
        var until = Moment("to", to, ref fault);
        if (since > until)
        {
            fault ??= new StoryFault("to", to!, $"to is \"{to}\": it lies before from, \"{from}\".");
        }

        if (text?.Length > LongestText)
        {
            fault ??= new StoryFault("q", text, $"q has {text.Length} characters: at most {LongestText} are looked for.");
            text = text[..LongestText];
        }

        return (new StoryFilter([.. named.Where(kind => kind != unknown)], Said(actor), since, until, Said(text)), fault);
    }

    /// <summary>As query parameters; null for what is left open.</summary>
    public static IReadOnlyDictionary<string, string?> Of(StoryFilter filter) => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["kind"] = filter.Kinds.Count > 0 ? string.Join(',', filter.Kinds) : null,
        ["actor"] = filter.Actor,
        ["from"] = filter.From is { } from ? Moment(from) : null,
        ["to"] = filter.To is { } to ? Moment(to) : null,
        ["q"] = filter.Text,
    };

    /// <summary>In UTC, to the second where that is exact: "2026-11-21T03:00:00Z".</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(string field, string? text, ref StoryFault? fault)
    {
        if (Said(text) is not { } said)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
        {
            return at;
        }

        fault ??= new StoryFault(field, said, $"{field} is \"{said}\": it must be a time, as in 2026-11-21T03:00:00Z.");
        return null;
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What is wrong with one field of the filter.</summary>
public sealed record StoryFault(string Field, string Value, string Sentence);
