using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Tests.Aws.Protocol;

/// <summary>The bounds on one member, ours and the model's, each as a line of text; the lines must be the same.</summary>
internal static class WireBoundsComparison
{
    public static IEnumerable<string> Of(PropertyInfo property, JsonElement shape, JsonElement shapes)
    {
        var ours = property.GetCustomAttributes<BoundAttribute>().Select(Line).Concat(EntryNames(property)).ToHashSet();
        var theirs = Lines(shape, Part.Whole)
            .Concat(Nested(shape, "member", Part.Items, shapes))
            .Concat(Nested(shape, "key", Part.Keys, shapes))
            .Concat(Nested(shape, "value", Part.Values, shapes))
            .Concat(EntryNames(shape))
            .ToHashSet();
        return ours.Except(theirs).Select(line => $"has {line}, the model has not")
            .Concat(theirs.Except(ours).Select(line => $"lacks {line}"));
    }

    private static string Line(BoundAttribute bound) => bound switch
    {
        LengthAttribute length => Range("Length", length.Min > int.MinValue ? length.Min : null, length.Max < int.MaxValue ? length.Max : null, bound.Of),
        ItemsAttribute items => Range("Items", items.Min > int.MinValue ? items.Min : null, items.Max < int.MaxValue ? items.Max : null, bound.Of),
        BetweenAttribute between =>
            Range("Between", between.Min > double.MinValue ? between.Min : null, between.Max < double.MaxValue ? between.Max : null, bound.Of),
        PatternAttribute pattern => $"Pattern of {bound.Of}: {pattern.Expression}",
        _ => $"a bound of an unknown kind, {bound.GetType().Name}",
    };

    private static IEnumerable<string> Lines(JsonElement shape, Part part)
    {
        var kind = shape.GetProperty("type").GetString() switch
        {
            "string" or "blob" => "Length",
            "list" or "map" => "Items",
            _ => "Between",
        };
        var (min, max) = (Number(shape, "min"), Number(shape, "max"));
        if (min is not null || max is not null)
        {
            yield return Range(kind, min, max, part);
        }

        if (shape.TryGetProperty("pattern", out var pattern))
        {
            yield return $"Pattern of {part}: {pattern.GetString()}";
        }
    }

    private static IEnumerable<string> Nested(JsonElement shape, string name, Part part, JsonElement shapes) =>
        shape.TryGetProperty(name, out var nested) ? Lines(shapes.GetProperty(nested.GetProperty("shape").GetString()!), part) : [];

    private static IEnumerable<string> EntryNames(PropertyInfo property) =>
        property.GetCustomAttribute<EntryNamesAttribute>() is { } names ? [$"entries of {names.Key} and {names.Value}"] : [];

    private static IEnumerable<string> EntryNames(JsonElement shape) =>
        shape.TryGetProperty("key", out var key) && key.TryGetProperty("locationName", out var name)
            ? [$"entries of {name.GetString()} and {shape.GetProperty("value").GetProperty("locationName").GetString()}"]
            : [];

    private static string Range(string kind, double? min, double? max, Part part) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind} of {part}: {min?.ToString(CultureInfo.InvariantCulture) ?? "-"} to {max?.ToString(CultureInfo.InvariantCulture) ?? "-"}");

    private static double? Number(JsonElement shape, string name) => shape.TryGetProperty(name, out var value) ? value.GetDouble() : null;
}
