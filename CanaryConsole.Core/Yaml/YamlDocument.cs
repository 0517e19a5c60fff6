using System.Text.Json;
using CanaryConsole.Core.Shapes;

namespace CanaryConsole.Core.Yaml;

/// <summary>YAML as people write it, into the types of the API.</summary>
public static class YamlDocument
{
    public const int MaxBytes = YamlReader.MaxBytes;

    public static YamlReading Read(string text) => YamlReader.Read(text);

    /// <summary>Null when the document was read into the type; otherwise the first thing wrong with it.</summary>
    public static YamlReading.Faulty? TryRead<T>(YamlReading.Read document, JsonSerializerOptions options, out T? value)
        where T : class
    {
        using var json = JsonDocument.Parse(document.Json);
        return StrictJson.TryRead(json.RootElement, options, out value) is { } misfit
            ? new YamlReading.Faulty(document.Lines.Of(misfit.Field), misfit.Field, Reason(misfit), misfit.Value)
            : null;
    }

    private static string Reason(Misfit misfit) => misfit switch
    {
        { Expected: null } => $"{misfit.Field} is not a field that belongs here: check its spelling, or leave it out.",
        // What looks like a number or a yes is one here, until it is quoted.
        { Expected: "text", Value: { Length: > 0 } value } when char.IsAsciiLetterOrDigit(value[^1]) => $"{misfit.Reason} Put it in quotes.",
        _ => misfit.Reason,
    };
}
