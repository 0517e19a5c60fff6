using System.Reflection;
using System.Text.Json;
using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;
using RequiredAttribute = CanaryConsole.Aws.Protocol.RequiredAttribute;

namespace CanaryConsole.Tests.Aws.Protocol;

/// <summary>Walks one of Amazon's models and our types for it side by side, and lists where they part.</summary>
internal sealed class WireComparison(JsonElement model, Type client)
{
    private readonly JsonElement _shapes = model.GetProperty("shapes");
    private readonly string _wireNamespace = client.Namespace + ".Model";
    private readonly SortedSet<string> _errors = new(StringComparer.Ordinal);

    public HashSet<Type> Compared { get; } = [];

    public List<string> Differences { get; } = [];

    public void Operation(string name)
    {
        if (!model.GetProperty("operations").TryGetProperty(name, out var operation))
        {
            Differences.Add($"{name} is not an operation");
            return;
        }

        Message(name + "Request", operation, "input");
        Message(name + "Response", operation, "output");
        foreach (var error in operation.TryGetProperty("errors", out var errors) ? errors.EnumerateArray() : default)
        {
            _errors.Add(error.GetProperty("shape").GetString()!);
        }
    }

    /// <summary>Errors are told apart by the names they travel under: the shape's, and the query protocol's where it has another.</summary>
    public IEnumerable<string> ErrorsWithoutAnException()
    {
        var baseException = client.Assembly.GetType($"{client.Namespace}.{client.Name[1..]}Exception")!;
        var from = baseException.GetMethod("From", BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var shape in _errors)
        {
            var error = new ServiceError(shape, "no", null, System.Net.HttpStatusCode.BadRequest, new HttpRequestException(), new Dictionary<string, JsonElement>());
            var queryCode = _shapes.GetProperty(shape).TryGetProperty("error", out var traits) && traits.TryGetProperty("code", out var code) ? code.GetString()! : shape;
            var byShape = from.Invoke(null, [error])!.GetType();
            var byQueryCode = from.Invoke(null, [error with { Code = queryCode }])!.GetType();
            if (byShape == baseException || byQueryCode == baseException)
            {
                yield return shape;
            }
        }
    }

    private void Message(string typeName, JsonElement operation, string side)
    {
        var type = client.Assembly.GetType($"{_wireNamespace}.{typeName}");
        if (type is null)
        {
            Differences.Add($"{typeName} is missing");
        }
        else if (operation.TryGetProperty(side, out var shape))
        {
            Structure(type, shape.GetProperty("shape").GetString()!);
        }
        else if (Members(type).Length > 0)
        {
            Differences.Add($"{typeName} has members, the operation has no {side}");
        }
        else
        {
            Compared.Add(type);
        }
    }

    private void Structure(Type type, string shapeName)
    {
        if (!Compared.Add(type))
        {
            return;
        }

        var shape = _shapes.GetProperty(shapeName);
        var required = shape.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        var ours = Members(type).ToDictionary(property => property.Name);
        foreach (var member in shape.GetProperty("members").EnumerateObject())
        {
            var where = $"{type.Name}.{member.Name}";
            if (!ours.Remove(Pascal(member.Name), out var property))
            {
                if (!LeftOutMembers.Contains(type, member.Name))
                {
                    Differences.Add($"{where} is missing");
                }

                continue;
            }

            if (property.IsDefined(typeof(RequiredAttribute)) != required.Contains(member.Name))
            {
                Differences.Add($"{where} is {(required.Contains(member.Name) ? "" : "not ")}required by the model");
            }

            if (property.IsDefined(typeof(IdempotencyTokenAttribute)) != member.Value.TryGetProperty("idempotencyToken", out _))
            {
                Differences.Add($"{where} is marked otherwise as an idempotency token");
            }

            Member(property, member.Value.GetProperty("shape").GetString()!, where);
        }

        Differences.AddRange(ours.Keys.Select(name => $"{type.Name}.{name} is not in the model"));
    }

    private void Member(PropertyInfo property, string shapeName, string where)
    {
        var shape = _shapes.GetProperty(shapeName);
        if (Nullable.GetUnderlyingType(property.PropertyType) is null && property.PropertyType.IsValueType)
        {
            Differences.Add($"{where} is not nullable");
        }

        Value(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, shapeName, where);
        Differences.AddRange(WireBoundsComparison.Of(property, shape, _shapes).Select(difference => $"{where} {difference}"));
    }

    private void Value(Type type, string shapeName, string where)
    {
        var shape = _shapes.GetProperty(shapeName);
        switch (shape.GetProperty("type").GetString())
        {
            case "structure" when type.Namespace == _wireNamespace:
                Structure(type, shapeName);
                break;
            case "list" when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>):
                Value(type.GetGenericArguments()[0], Part(shape, "member"), where);
                break;
            case "map" when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>):
                Value(type.GetGenericArguments()[0], Part(shape, "key"), where);
                Value(type.GetGenericArguments()[1], Part(shape, "value"), where);
                break;
            case "string" when shape.TryGetProperty("enum", out var values) && type.IsSubclassOf(typeof(ConstantClass)):
                Enumeration(type, values, where);
                break;
            case "string" when type == typeof(string) && !shape.TryGetProperty("enum", out _):
            case "integer" when type == typeof(int):
            case "long" when type == typeof(long):
            case "float" when type == typeof(float):
            case "double" when type == typeof(double):
            case "boolean" when type == typeof(bool):
            case "timestamp" when type == typeof(DateTime):
            case "blob" when type == typeof(MemoryStream):
                break;
            case var kind:
                Differences.Add($"{where} is {type.Name}, the model says {kind}");
                break;
        }
    }

    private void Enumeration(Type type, JsonElement values, string where)
    {
        var theirs = values.EnumerateArray().Select(value => value.GetString()!).ToList();
        var ours = type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((ConstantClass)field.GetValue(null)!).Value).ToList();
        Differences.AddRange(ours.Except(theirs).Select(value => $"{where}: {value} is not a value of {type.Name}"));
        Differences.AddRange(theirs.Except(ours).Select(value => $"{where}: {type.Name} lacks {value}"));
    }

    private static string Part(JsonElement shape, string part) => shape.GetProperty(part).GetProperty("shape").GetString()!;

    private static PropertyInfo[] Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    // SNS writes a few members in lower case; the SDK never does.
    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
