using System.Text.Json;

namespace CanaryConsole.Presentation.Registry;

/// <summary>A model card as sections that can be read.</summary>
/// <param name="Problem">Why it is not shown, or not whole.</param>
internal sealed record ModelCardView(IReadOnlyList<ModelCardSection> Sections, string? Problem)
{
    private const int MostLines = 200;
    private const int LongestLine = 2_000;

    public static ModelCardView Of(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
            var lines = new List<(string Section, string Name, string Value)>();
            Collect(document.RootElement, [], lines);
            return new ModelCardView(
                [.. lines.Take(MostLines).GroupBy(line => line.Section).Select(section => new ModelCardSection(section.Key, [.. section.Select(line => (line.Name, line.Value))]))],
                lines.Count > MostLines ? $"The first {MostLines} lines of it are shown." : lines.Count == 0 ? "It says nothing." : null);
        }
        catch (JsonException)
        {
            return new ModelCardView([], "It is not JSON that can be read.");
        }
    }

    private static void Collect(JsonElement element, IReadOnlyList<string> path, List<(string, string, string)> lines)
    {
        if (lines.Count > MostLines)
        {
            return;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Collect(member.Value, [.. path, Words(member.Name)], lines);
                }

                break;
            case JsonValueKind.Array when element.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array):
                foreach (var (index, item) in element.EnumerateArray().Index())
                {
                    Collect(item, [.. path, $"{index + 1}"], lines);
                }

                break;
            case JsonValueKind.Null:
                break;
            default:
                var value = element.ValueKind is JsonValueKind.Array ? string.Join(", ", element.EnumerateArray().Select(item => item.ToString())) : element.ToString();
                if (value.Length > 0)
                {
                    lines.Add((path.Count > 1 ? path[0] : "Card", string.Join(" · ", path.Count > 1 ? path.Skip(1) : path), value.Length > LongestLine ? value[..LongestLine] + "…" : value));
                }

                break;
        }
    }

    private static string Words(string name)
    {
        var words = name.Replace('_', ' ').Trim();
        return words.Length == 0 ? "—" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}

internal sealed record ModelCardSection(string Title, IReadOnlyList<(string Name, string Value)> Lines);
