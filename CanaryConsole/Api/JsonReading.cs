using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CanaryConsole.Core;

namespace CanaryConsole.Api;

/// <summary>Reads a JSON body strictly and says of a bad one where it is bad: line and position, or the field, its value and what it must be.</summary>
internal static partial class JsonReading
{
    private const int MaxDepth = 32;

    private static readonly JsonSerializerOptions Lenient = Make(JsonUnmappedMemberHandling.Skip);

    private static readonly JsonSerializerOptions Strict = Make(JsonUnmappedMemberHandling.Disallow);

    /// <summary>Null when the body was read; otherwise the answer to give.</summary>
    public static IResult? TryRead<T>(ReadOnlyMemory<byte> bytes, bool lenient, out T? value)
        where T : class
    {
        value = null;
        if (bytes.IsEmpty)
        {
            return Problems.BadField("body", null, "The request has no body: send a JSON object.");
        }

        var options = lenient ? Lenient : Strict;
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException exception)
        {
            return NotJson(exception);
        }

        using (document)
        {
            return Convert(document.RootElement, options, out value);
        }
    }

    private static JsonSerializerOptions Make(JsonUnmappedMemberHandling unmapped)
    {
        var options = new JsonSerializerOptions(CoreJson.Options) { RespectNullableAnnotations = true, MaxDepth = MaxDepth, UnmappedMemberHandling = unmapped };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static IResult NotJson(JsonException exception) => Problems.BadField(
        "body",
        null,
        $"The body is not valid JSON at line {exception.LineNumber + 1}, position {exception.BytePositionInLine + 1}: {Cause(exception.Message)}.");

    private static IResult? Convert<T>(JsonElement root, JsonSerializerOptions options, out T? value)
        where T : class
    {
        value = null;
        if (root.ValueKind != JsonValueKind.Object)
        {
            return Problems.BadField("body", root.GetRawText(), "The body must be a JSON object.");
        }

        if (JsonShape.MissingMember(root, typeof(T), options) is { } missing)
        {
            return Problems.BadField(missing, null, $"{missing} is missing: it must be {JsonShape.Describe(typeof(T), missing, options)}.");
        }

        try
        {
            value = root.Deserialize<T>(options)!;
            return null;
        }
        catch (JsonException exception)
        {
            return Misfit<T>(root, exception, options);
        }
    }

    private static IResult Misfit<T>(JsonElement root, JsonException exception, JsonSerializerOptions options)
    {
        var field = JsonShape.FieldOf(exception.Path);
        if (UnmappedMember().Match(exception.Message) is { Success: true } unmapped)
        {
            var name = unmapped.Groups[1].Value;
            var full = field.Length == 0 || field == name || field.EndsWith("." + name, StringComparison.Ordinal) ? (field.Length == 0 ? name : field) : $"{field}.{name}";
            return Problems.BadField(full, JsonShape.ValueAt(root, full), $"{full} is not a member this address knows: check its spelling, or leave it out.");
        }

        return Problems.BadField(field, JsonShape.ValueAt(root, field), $"{field} is {JsonShape.TextAt(root, field) ?? "missing"}: it must be {JsonShape.Describe(typeof(T), field, options)}.");
    }

    // The reader's message ends in where it stopped, which is said already.
    private static string Cause(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }

    [GeneratedRegex("^The JSON property '([^']*)' could not be mapped")]
    private static partial Regex UnmappedMember();
}
