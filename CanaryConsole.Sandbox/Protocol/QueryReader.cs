using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CanaryConsole.Aws.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>
/// Reads a form into the JSON of a wire type: <c>Dimensions.member.1.Name=x</c> for lists, <c>Attributes.entry.1.key=x</c> for maps, moments as ISO 8601.
/// Every operation therefore has one handler, whichever protocol it is asked in.
/// </summary>
internal static class QueryReader
{
    private const int MaximumDepth = 32;

    public static byte[] Read(IFormCollection form, Type request)
    {
        var root = new Node();
        foreach (var (name, values) in form)
        {
            root.Put(name, values.ToString());
        }

        return JsonSerializer.SerializeToUtf8Bytes(Value(root, request, "") ?? new JsonObject(), AwsJson.Options);
    }

    private static JsonNode? Value(Node node, Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var shape = AwsJson.Options.GetTypeInfo(type);
        return shape.Kind switch
        {
            JsonTypeInfoKind.Object => Members(node, shape, path),
            JsonTypeInfoKind.Enumerable => new JsonArray([.. Items(node, "member").Select(item => Value(item, shape.ElementType!, path))]),
            JsonTypeInfoKind.Dictionary => Entries(node, shape, path),
            _ => Leaf(node.Text ?? throw Malformed(path), type, path),
        };
    }

    private static JsonObject Members(Node node, JsonTypeInfo shape, string path)
    {
        var members = new JsonObject();
        foreach (var property in shape.Properties)
        {
            if (node.Children.TryGetValue(property.Name, out var child))
            {
                members[property.Name] = Value(child, property.PropertyType, path.Length == 0 ? property.Name : $"{path}.{property.Name}");
            }
        }

        return members;
    }

    private static JsonObject Entries(Node node, JsonTypeInfo shape, string path)
    {
        var entries = new JsonObject();
        foreach (var entry in Items(node, "entry"))
        {
            // Message attributes name the two halves with capitals.
            var key = (entry.Children.GetValueOrDefault("key") ?? entry.Children.GetValueOrDefault("Name"))?.Text ?? throw Malformed(path);
            var value = entry.Children.GetValueOrDefault("value") ?? entry.Children.GetValueOrDefault("Value") ?? throw Malformed(path);
            entries[key] = Value(value, shape.ElementType!, path);
        }

        return entries;
    }

    private static IEnumerable<Node> Items(Node node, string wrapper) =>
        (node.Children.GetValueOrDefault(wrapper) ?? node).Children
            .Where(child => int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .OrderBy(child => int.Parse(child.Key, CultureInfo.InvariantCulture))
            .Select(child => child.Value);

    private static JsonValue Leaf(string text, Type type, string path)
    {
        if (type == typeof(bool))
        {
            return JsonValue.Create(bool.TryParse(text, out var flag) ? flag : throw Malformed(path));
        }

        if (type == typeof(int) || type == typeof(long))
        {
            return JsonValue.Create(long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : throw Malformed(path));
        }

        if (type == typeof(double) || type == typeof(float))
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? double.IsFinite(number) ? JsonValue.Create(number) : JsonValue.Create(number.ToString(CultureInfo.InvariantCulture))
                : throw Malformed(path);
        }

        if (type == typeof(MemoryStream) && !Base64.IsValid(text))
        {
            throw Malformed(path);
        }

        return type == typeof(DateTime) ? JsonValue.Create(Seconds(text, path)) : JsonValue.Create(text);
    }

    private static double Seconds(string text, string path) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.ToUnixTimeMilliseconds() / 1000.0
            : throw new AwsErrorException("MalformedInput", $"timestamp must follow ISO8601: {path}");

    private static AwsErrorException Malformed(string path) => new("MalformedInput", $"The value of {path} cannot be read.");

    /// <summary>One step of the dotted names: what stands at it, and what stands below.</summary>
    private sealed class Node
    {
        public string? Text { get; private set; }

        public Dictionary<string, Node> Children { get; } = new(StringComparer.Ordinal);

        public void Put(string name, string text)
        {
            var node = this;
            var steps = name.Split('.', MaximumDepth);
            foreach (var step in steps)
            {
                if (!node.Children.TryGetValue(step, out var child))
                {
                    node.Children.Add(step, child = new Node());
                }

                node = child;
            }

            node.Text = text;
        }
    }
}
