using System.Globalization;
using System.Text.Json;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Story;
using CsvHelper;

namespace CanaryConsole.Api;

/// <summary>A story as RFC 4180. Cells that a spreadsheet would take for a formula begin with an apostrophe, which makes them text.</summary>
internal static class StoryCsv
{
    public const string ContentType = "text/csv; charset=utf-8; header=present";

    private static readonly string[] Columns = ["version", "at", "kind", "actor", "sentence", "reason", "previous_hash", "hash", "payload"];

    // What people gave as their words goes by these names in the events.
    private static readonly string[] Words = ["reason", "comment", "why"];

    private static readonly CsvWriterOptions Options = new()
    {
        Injection = CsvInjection.Escape,
        InjectionCharacters = "=+-@\t\r\n",
    };

    public static byte[] Write(IReadOnlyList<StoryEntry> entries)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Options, leaveOpen: true))
        {
            csv.WriteHeader(Columns);
            foreach (var entry in entries)
            {
                csv.WriteRecord(Cells(entry));
            }
        }

        return bytes.ToArray();
    }

    private static string[] Cells(StoryEntry entry) =>
    [
        entry.Recorded.Version.ToString(CultureInfo.InvariantCulture),
        StoryAddress.Moment(entry.Recorded.At),
        entry.Kind,
        entry.Recorded.Actor,
        entry.Sentence,
        Reason(entry.Payload),
        entry.Stored?.PreviousHash ?? "",
        entry.Stored?.Hash ?? "",
        entry.Payload,
    ];

    private static string Reason(string payload)
    {
        using var json = JsonDocument.Parse(payload);
        return Words.Select(word => json.RootElement.TryGetProperty(word, out var found) && found.ValueKind is JsonValueKind.String ? found.GetString() : null)
            .FirstOrDefault(said => said is not null) ?? "";
    }
}
