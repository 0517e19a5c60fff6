using System.Globalization;
using System.Text.Json;

namespace CanaryConsole.Tests.Aws.Protocol;

/// <summary>Values just outside what Amazon's model allows for the members of a request, read from the model and from nothing of ours.</summary>
internal static class OutOfBounds
{
    public static IEnumerable<(string Member, object? Value)> Of(Type request, JsonElement model)
    {
        var operation = model.GetProperty("operations").GetProperty(request.Name[..^"Request".Length]);
        if (!operation.TryGetProperty("input", out var input))
        {
            yield break;
        }

        var shapes = model.GetProperty("shapes");
        var shape = shapes.GetProperty(input.GetProperty("shape").GetString()!);
        foreach (var name in shape.TryGetProperty("required", out var required) ? required.EnumerateArray() : default)
        {
            yield return (name.GetString()!, null);
        }

        foreach (var member in shape.GetProperty("members").EnumerateObject())
        {
            foreach (var value in Beyond(shapes.GetProperty(member.Value.GetProperty("shape").GetString()!), request.GetProperty(member.Name)!.PropertyType))
            {
                yield return (member.Name, value);
            }
        }
    }

    private static IEnumerable<object> Beyond(JsonElement shape, Type type)
    {
        var actual = Nullable.GetUnderlyingType(type) ?? type;
        var kind = shape.GetProperty("type").GetString();
        if (kind is "integer" or "long" or "float" or "double")
        {
            foreach (var (end, step) in new[] { ("min", -1), ("max", 1) })
            {
                if (shape.TryGetProperty(end, out var bound))
                {
                    yield return Convert.ChangeType(bound.GetDouble() + step, actual, CultureInfo.InvariantCulture);
                }
            }
        }

        if (kind == "string" && shape.TryGetProperty("enum", out _))
        {
            yield return Activator.CreateInstance(actual, "no such value")!;
        }
        else if (kind == "string")
        {
            if (shape.TryGetProperty("max", out var most))
            {
                yield return new string('a', most.GetInt32() + 1);
            }

            if (shape.TryGetProperty("min", out var least) && least.GetInt32() > 0)
            {
                yield return new string('a', least.GetInt32() - 1);
            }
        }
    }
}
