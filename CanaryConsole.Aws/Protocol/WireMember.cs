using System.Collections;
using System.Reflection;
using Amazon.Runtime;

namespace CanaryConsole.Aws.Protocol;

/// <summary>One member of a wire type with all that binds it.</summary>
internal sealed class WireMember
{
    public const string NotNull = "Member must not be null";

    private readonly PropertyInfo _property;
    private readonly bool _isRequired;
    private readonly PartBounds _whole;
    private readonly PartBounds? _items;
    private readonly PartBounds? _keys;
    private readonly PartBounds? _values;

    private WireMember(PropertyInfo property)
    {
        _property = property;
        _isRequired = property.IsDefined(typeof(RequiredAttribute));
        Name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

        var bounds = property.GetCustomAttributes<BoundAttribute>().ToLookup(bound => bound.Of);
        var arguments = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments() : [];
        _whole = new PartBounds(property.PropertyType, bounds[Part.Whole]);
        switch (arguments)
        {
            case [var item] when typeof(IList).IsAssignableFrom(property.PropertyType):
                _items = new PartBounds(item, bounds[Part.Items]);
                HoldsStructures = IsStructure(item);
                break;
            case [var key, var value]:
                _keys = new PartBounds(key, bounds[Part.Keys]);
                _values = new PartBounds(value, bounds[Part.Values]);
                HoldsStructures = IsStructure(value);
                break;
            default:
                HoldsStructures = IsStructure(property.PropertyType);
                break;
        }
    }

    /// <summary>As Amazon writes it in a path: <c>endpointName</c>.</summary>
    public string Name { get; }

    public bool HoldsStructures { get; }

    public static WireMember[] Of(Type wireType) =>
        [.. wireType.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(property => new WireMember(property))];

    public object? Read(object structure) => _property.GetValue(structure);

    public bool Holds(object? value) => value switch
    {
        null => !_isRequired,
        IDictionary map when _keys is not null && _values is not null => _whole.Holds(map) && _keys.HoldsForAll(map.Keys) && _values.HoldsForAll(map.Values),
        IList list when _items is not null => _whole.Holds(list) && _items.HoldsForAll(list),
        _ => _whole.Holds(value),
    };

    public IEnumerable<string> Violations(object? value)
    {
        if (value is null)
        {
            return _isRequired ? [NotNull] : [];
        }

        return value switch
        {
            IDictionary map when _keys is not null && _values is not null => _whole.Violations(value)
                .Concat(_keys.OfAny(map.Keys, "Map keys must satisfy constraint"))
                .Concat(_values.OfAny(map.Values, "Map value must satisfy constraint")),
            IList list when _items is not null => _whole.Violations(value).Concat(_items.OfAny(list, "Member must satisfy constraint")),
            _ => _whole.Violations(value),
        };
    }

    private static bool IsStructure(Type type) =>
        type.Assembly == typeof(WireMember).Assembly && type.IsClass && !type.IsSubclassOf(typeof(ConstantClass));
}
