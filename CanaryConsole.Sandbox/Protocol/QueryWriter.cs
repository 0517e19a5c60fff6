using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>Writes the JSON of a wire type as the query protocol's XML: lists as <c>member</c>, maps as <c>entry</c>, moments as ISO 8601.</summary>
internal static class QueryWriter
{
    public static IEnumerable<XElement> Members(JsonElement value, Type type, XNamespace ns) =>
        AwsJson.Options.GetTypeInfo(type).Properties
            .Where(property => value.TryGetProperty(property.Name, out _))
            .Select(property => new XElement(ns + property.Name, Content(value.GetProperty(property.Name), property.PropertyType, ns)));

    private static object Content(JsonElement value, Type type, XNamespace ns)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var shape = AwsJson.Options.GetTypeInfo(type);
        return shape.Kind switch
        {
            JsonTypeInfoKind.Object => Members(value, type, ns),
            JsonTypeInfoKind.Enumerable => value.EnumerateArray().Select(item => new XElement(ns + "member", Content(item, shape.ElementType!, ns))),
            JsonTypeInfoKind.Dictionary => value.EnumerateObject().Select(entry => new XElement(
                ns + "entry", new XElement(ns + "key", entry.Name), new XElement(ns + "value", Content(entry.Value, shape.ElementType!, ns)))),
            _ when type == typeof(DateTime) =>
                DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(value.GetDouble() * 1000)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            _ => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText(),
        };
    }
}
