using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace CanaryConsole.Core.Shapes;

/// <summary>Reads a document into a type and says of a bad one which field is wrong, its value and what it must be.</summary>
public static partial class StrictJson
{
    public const int MaxDepth = 32;

    /// <summary>Members the type does not have are refused.</summary>
    public static JsonSerializerOptions Options { get; } = Make(JsonUnmappedMemberHandling.Disallow);

    /// <summary>Members the type does not have are passed over.</summary>
    public static JsonSerializerOptions Lenient { get; } = Make(JsonUnmappedMemberHandling.Skip);

    /// <summary>The strict options with types described anew.</summary>
    public static JsonSerializerOptions With(Action<JsonTypeInfo> change) => Make(JsonUnmappedMemberHandling.Disallow, change);

    /// <summary>Null when the document was read; otherwise the first thing wrong with it.</summary>
    public static Misfit? TryRead<T>(JsonElement root, JsonSerializerOptions options, out T? value)
        where T : class
    {
        value = null;
        if (JsonShape.MissingMember(root, typeof(T), options) is { } missing)
        {
            var expected = JsonShape.Describe(typeof(T), missing, options);
            return new Misfit(missing, null, expected, $"{missing} is missing: it must be {expected}.");
        }

        try
        {
            value = root.Deserialize<T>(options)!;
            return null;
        }
        catch (JsonException exception)
        {
            return Of<T>(root, exception, options);
        }
    }

    private static JsonSerializerOptions Make(JsonUnmappedMemberHandling unmapped, Action<JsonTypeInfo>? change = null)
    {
        var options = new JsonSerializerOptions(CoreJson.Options) { RespectNullableAnnotations = true, MaxDepth = MaxDepth, UnmappedMemberHandling = unmapped };
        if (change is not null)
        {
            options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { change } };
        }

        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static Misfit Of<T>(JsonElement root, JsonException exception, JsonSerializerOptions options)
    {
        var field = JsonShape.FieldOf(exception.Path);
        if (UnmappedMember().Match(exception.Message) is { Success: true } unmapped)
        {
            var name = unmapped.Groups[1].Value;
            var full = field.Length == 0 || field == name || field.EndsWith("." + name, StringComparison.Ordinal) ? (field.Length == 0 ? name : field) : JsonShape.Member(field, name);
            return new Misfit(full, JsonShape.ValueAt(root, full), null, $"{full} is not a member this address knows: check its spelling, or leave it out.");
        }

        var expected = JsonShape.Describe(typeof(T), field, options);
        return new Misfit(field, JsonShape.ValueAt(root, field), expected, $"{field} is {JsonShape.TextAt(root, field) ?? "missing"}: it must be {expected}.");
    }

    [GeneratedRegex("^The JSON property '([^']*)' could not be mapped")]
    private static partial Regex UnmappedMember();
}
