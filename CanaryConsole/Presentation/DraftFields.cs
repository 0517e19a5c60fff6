using System.Globalization;

namespace CanaryConsole.Presentation;

/// <summary>Reads the fields of a draft and remembers, by the API's spelling of the field, what is wrong with which.</summary>
internal sealed class DraftFields
{
    private readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Problems => _problems;

    /// <summary>The first thing wrong with a field is the one that is said.</summary>
    public void Refuse(string field, string sentence) => _problems.TryAdd(field, sentence);

    public static string? Text(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public string Required(string field, string text, string sentence)
    {
        var value = Text(text);
        if (value is null)
        {
            Refuse(field, sentence);
        }

        return value ?? "";
    }

    /// <summary>A number within its bounds, both included; null when it is empty and may be, or when it is wrong.</summary>
    public double? Number(string field, string text, string name, double least, double most, string unit = "", bool optional = false, bool whole = false)
    {
        var bounds = $"{Plain(least)} to {Plain(most)}{(unit.Length > 0 ? $" {unit}" : "")}";
        var trimmed = Text(text);
        if (trimmed is null)
        {
            if (!optional)
            {
                Refuse(field, $"{name} is empty; give {bounds}.");
            }

            return null;
        }

        if (!double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            var hint = trimmed.Contains(',', StringComparison.Ordinal) ? " with a point for decimals" : "";
            Refuse(field, $"{name} \"{trimmed}\" is not a number; give {bounds}{hint}.");
            return null;
        }

        if (value < least || value > most)
        {
            Refuse(field, $"{name}: {trimmed}{(unit.Length > 0 ? $" {unit}" : "")} is out of bounds; give {bounds}.");
            return null;
        }

        if (whole && value != Math.Floor(value))
        {
            Refuse(field, $"{name} {trimmed} is not a whole number; give {bounds}.");
            return null;
        }

        return value;
    }

    private static string Plain(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);
}
