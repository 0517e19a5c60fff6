using System.Reflection;
using Amazon.Runtime;

namespace CanaryConsole.Aws.Protocol;

/// <summary>The values Amazon's model knows for one of its open enumerations.</summary>
internal sealed class EnumerationValues
{
    private readonly HashSet<string> _values;

    public EnumerationValues(Type constantClass)
    {
        var values = constantClass.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => ((ConstantClass)field.GetValue(null)!).Value)
            .ToArray();
        _values = new HashSet<string>(values, StringComparer.Ordinal);
        Constraint = $"Member must satisfy enum value set: [{string.Join(", ", values)}]";
    }

    public string Constraint { get; }

    public bool Contains(ConstantClass value) => _values.Contains(value.Value);
}
