using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace CanaryConsole.Core.Shapes;

/// <summary>Finds a field by its path in a document, and in a type what it should have been.</summary>
public static partial class JsonShape
{
    // The same as the serializer's own, so that its paths and these are one.
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(". '/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029");

    /// <summary>"$.steps[1].share" as people and the API write it: "steps[1].share".</summary>
    public static string FieldOf(string? path) => path is null or "$" ? "" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path.TrimStart('$');

    /// <summary>The path of a member of an object.</summary>
    public static string Member(string parent, string name) => name.AsSpan().IndexOfAny(NeedsQuotes) >= 0
        ? $"{parent}['{name}']"
        : parent.Length == 0 ? name : $"{parent}.{name}";

    /// <summary>The path of an element of a list.</summary>
    public static string Element(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");

    /// <summary>The first required member that is not there, at any depth; null when all are.</summary>
    public static string? MissingMember(JsonElement element, Type type, JsonSerializerOptions options, string path = "")
    {
        var shape = options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return (shape.Kind, element.ValueKind) switch
        {
            (JsonTypeInfoKind.Object, JsonValueKind.Object) => shape.Properties
                .Select(property => element.TryGetProperty(property.Name, out var member)
                    ? MissingMember(member, property.PropertyType, options, Member(path, property.Name))
                    : property.IsRequired ? Member(path, property.Name) : null)
                .FirstOrDefault(missing => missing is not null),
            (JsonTypeInfoKind.Dictionary, JsonValueKind.Object) => element.EnumerateObject()
                .Select(member => MissingMember(member.Value, shape.ElementType!, options, Member(path, member.Name)))
                .FirstOrDefault(missing => missing is not null),
            (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) => element.EnumerateArray()
                .Select((one, index) => MissingMember(one, shape.ElementType!, options, Element(path, index)))
                .FirstOrDefault(missing => missing is not null),
            // What has the wrong kind is found when it is read.
            _ => null,
        };
    }

    /// <summary>The value at a path as it was written; null when there is none.</summary>
    public static string? TextAt(JsonElement root, string field) => At(root, field)?.GetRawText();

    /// <summary>The value at a path; a text without its quotes. Null when there is none.</summary>
    public static string? ValueAt(JsonElement root, string field) => At(root, field)?.ToString();

    /// <summary>What the member at a path must be, in words.</summary>
    public static string Describe(Type type, string field, JsonSerializerOptions options)
    {
        var at = type;
        foreach (var part in Parts(field))
        {
            var shape = options.GetTypeInfo(at);
            var member = shape.Kind switch
            {
                JsonTypeInfoKind.Enumerable => shape.ElementType,
                JsonTypeInfoKind.Dictionary => shape.ElementType,
                _ => shape.Properties.FirstOrDefault(property => string.Equals(property.Name, part, StringComparison.OrdinalIgnoreCase))?.PropertyType,
            };
            if (member is null)
            {
                break;
            }

            at = member;
        }

        return Words(Nullable.GetUnderlyingType(at) ?? at, options);
    }

    /// <summary>The names and indices a path goes through.</summary>
    public static IEnumerable<string> Parts(string field) => PathPart().Matches(field).Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Value);

    private static JsonElement? At(JsonElement root, string field)
    {
        var at = root;
        foreach (var part in Parts(field))
        {
            var found = at.ValueKind switch
            {
                JsonValueKind.Object when at.TryGetProperty(part, out var member) => member,
                JsonValueKind.Array when int.TryParse(part, out var index) && index < at.GetArrayLength() => at[index],
                _ => (JsonElement?)null,
            };
            if (found is null)
            {
                return null;
            }

            at = found.Value;
        }

        return at;
    }

    private static string Words(Type type, JsonSerializerOptions options) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ when type == typeof(double) => "a number",
        _ when type == typeof(Percentage) => "a number from 0 to 1",
        { IsEnum: true } => string.Join(" or ", Enum.GetNames(type).Select(name => $"\"{JsonNamingPolicy.CamelCase.ConvertName(name)}\"")),
        _ => options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Enumerable ? "a list" : "an object",
    };

    [GeneratedRegex(@"\['([^']*)'\]|[^.\[\]]+")]
    private static partial Regex PathPart();
}
