using System.Reflection;
using System.Text.Json;
using Amazon.Runtime;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Aws.SimpleNotificationService;

namespace CanaryConsole.Tests.Aws.Protocol;

public sealed class WireConformanceTests
{
    public static TheoryData<Type, string> Services => new()
    {
        { typeof(IAmazonSageMaker), "sagemaker.json" },
        { typeof(IAmazonSageMakerRuntime), "sagemaker-runtime.json" },
        { typeof(IAmazonCloudWatch), "cloudwatch.json" },
        { typeof(IAmazonSimpleNotificationService), "sns.json" },
    };

    [AwsModelsTheory]
    [MemberData(nameof(Services))]
    public void WireTypes_AgainstAmazonsModels_HaveTheirNamesAndTypes(Type client, string file)
    {
        using var model = AwsModels.Read(file);
        var comparison = new Comparison(model.RootElement, client.Namespace + ".Model");

        foreach (var operation in client.GetMethods().Select(method => method.Name[..^"Async".Length]))
        {
            comparison.Operation(operation);
        }

        Assert.Empty(comparison.Differences);
        Assert.NotEmpty(comparison.Compared);
    }

    [AwsModelsTheory]
    [MemberData(nameof(Services))]
    public void WireTypes_AllOfThem_AreReachedByAnOperation(Type client, string file)
    {
        using var model = AwsModels.Read(file);
        var comparison = new Comparison(model.RootElement, client.Namespace + ".Model");
        foreach (var operation in client.GetMethods().Select(method => method.Name[..^"Async".Length]))
        {
            comparison.Operation(operation);
        }

        var unused = client.Assembly.GetExportedTypes()
            .Where(type => type.Namespace == client.Namespace + ".Model" && !type.IsSubclassOf(typeof(Exception)))
            .Except(comparison.Compared)
            .Select(type => type.Name);

        Assert.Empty(unused);
    }

    private sealed class Comparison(JsonElement model, string wireNamespace)
    {
        private readonly JsonElement _shapes = model.GetProperty("shapes");

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
        }

        private void Message(string typeName, JsonElement operation, string side)
        {
            var type = typeof(AwsJson).Assembly.GetType($"{wireNamespace}.{typeName}");
            if (type is null)
            {
                Differences.Add($"{typeName} is missing");
                return;
            }

            if (operation.TryGetProperty(side, out var shape))
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

            var members = _shapes.GetProperty(shapeName).GetProperty("members");
            foreach (var property in Members(type))
            {
                if (members.EnumerateObject().FirstOrDefault(m => Pascal(m.Name) == property.Name) is { Value.ValueKind: JsonValueKind.Object } member)
                {
                    Value(property.PropertyType, member.Value.GetProperty("shape").GetString()!, $"{type.Name}.{property.Name}");
                }
                else
                {
                    Differences.Add($"{type.Name}.{property.Name} is not in the model");
                }
            }
        }

        private void Value(Type type, string shapeName, string where)
        {
            var shape = _shapes.GetProperty(shapeName);
            var actual = Nullable.GetUnderlyingType(type) ?? type;
            if (Nullable.GetUnderlyingType(type) is null && type.IsValueType)
            {
                Differences.Add($"{where} is not nullable");
            }

            switch (shape.GetProperty("type").GetString())
            {
                case "structure" when actual.Namespace == wireNamespace:
                    Structure(actual, shapeName);
                    break;
                case "list" when actual.IsGenericType && actual.GetGenericTypeDefinition() == typeof(List<>):
                    Element(actual.GetGenericArguments()[0], shape.GetProperty("member").GetProperty("shape").GetString()!, where);
                    break;
                case "map" when actual.IsGenericType && actual.GetGenericTypeDefinition() == typeof(Dictionary<,>):
                    Element(actual.GetGenericArguments()[0], shape.GetProperty("key").GetProperty("shape").GetString()!, where);
                    Element(actual.GetGenericArguments()[1], shape.GetProperty("value").GetProperty("shape").GetString()!, where);
                    break;
                case "string" when actual.IsSubclassOf(typeof(ConstantClass)):
                    Enumeration(actual, shape, where);
                    break;
                case "string" when actual == typeof(string):
                case "integer" when actual == typeof(int):
                case "long" when actual == typeof(long):
                case "float" when actual == typeof(float):
                case "double" when actual == typeof(double):
                case "boolean" when actual == typeof(bool):
                case "timestamp" when actual == typeof(DateTime):
                case "blob" when actual == typeof(MemoryStream):
                    break;
                case var kind:
                    Differences.Add($"{where} is {actual.Name}, the model says {kind}");
                    break;
            }
        }

        private void Element(Type type, string shapeName, string where)
        {
            if (type.IsValueType)
            {
                type = typeof(Nullable<>).MakeGenericType(type);
            }

            Value(type, shapeName, where);
        }

        private void Enumeration(Type type, JsonElement shape, string where)
        {
            var known = shape.GetProperty("enum").EnumerateArray().Select(value => value.GetString()).ToHashSet();
            var ours = type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((ConstantClass)field.GetValue(null)!).Value);
            Differences.AddRange(ours.Where(value => !known.Contains(value)).Select(value => $"{where}: {value} is not a value of {type.Name}"));
        }

        private static PropertyInfo[] Members(Type type) =>
            type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

        // SNS writes a few members in lower case; the SDK never does.
        private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
    }
}
