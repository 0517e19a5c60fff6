using CanaryConsole.Core.Shapes;

namespace CanaryConsole.Core.Yaml;

/// <summary>On which line of a document each field stands, from 1.</summary>
public sealed class YamlLines
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>The field's own line, or that of the nearest field around it; null when there is neither.</summary>
    /// <param name="field">As in "steps[1].share".</param>
    public int? Of(string field)
    {
        var parts = JsonShape.Parts(field).ToList();
        for (var count = parts.Count; count > 0; count--)
        {
            if (_lines.TryGetValue(Key(parts.Take(count)), out var line))
            {
                return line;
            }
        }

        return null;
    }

    internal void Add(string field, int line) => _lines[Key(JsonShape.Parts(field))] = line;

    // The parts alone, so that one field has one key however its path is written.
    private static string Key(IEnumerable<string> parts) => string.Join('\n', parts);
}
