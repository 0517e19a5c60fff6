using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Xml.Linq;
using Amazon.Runtime;

namespace CanaryConsole.Aws.Protocol;

/// <summary>Reads a wire type from XML by its members' names, whatever their namespace: servers differ in whether and which they write.</summary>
internal static class XmlMembers
{
    public static void Read(XElement element, object structure)
    {
        foreach (var property in structure.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (Child(element, property.Name) is { } member)
            {
                property.SetValue(structure, Value(member, property.PropertyType));
            }
        }
    }

    private static object Value(XElement element, Type type)
    {
        var actual = Nullable.GetUnderlyingType(type) ?? type;
        if (actual == typeof(string))
        {
            return element.Value;
        }

        if (actual.IsGenericType)
        {
            return actual.GetGenericTypeDefinition() == typeof(List<>) ? Items(element, actual) : Entries(element, actual);
        }

        if (actual.IsSubclassOf(typeof(ConstantClass)))
        {
            return Activator.CreateInstance(actual, element.Value)!;
        }

        if (actual == typeof(MemoryStream))
        {
            return new MemoryStream(Convert.FromBase64String(element.Value), writable: false);
        }

        if (actual == typeof(DateTime))
        {
            return DateTime.Parse(element.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        }

        if (actual.IsPrimitive)
        {
            return Convert.ChangeType(element.Value, actual, CultureInfo.InvariantCulture);
        }

        var structure = Activator.CreateInstance(actual)!;
        Read(element, structure);
        return structure;
    }

    private static IList Items(XElement element, Type list)
    {
        var items = (IList)Activator.CreateInstance(list)!;
        foreach (var item in element.Elements().Where(e => e.Name.LocalName == "member"))
        {
            items.Add(Value(item, list.GetGenericArguments()[0]));
        }

        return items;
    }

    private static IDictionary Entries(XElement element, Type map)
    {
        var entries = (IDictionary)Activator.CreateInstance(map)!;
        foreach (var entry in element.Elements().Where(e => e.Name.LocalName == "entry"))
        {
            if (Child(entry, "key") is { } key && Child(entry, "value") is { } value)
            {
                entries[key.Value] = Value(value, map.GetGenericArguments()[1]);
            }
        }

        return entries;
    }

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
