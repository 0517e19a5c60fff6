using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>Reads a property by its path as a search writes it: ModelApprovalStatus, Tags.team, CustomerMetadataProperties.git_commit.</summary>
internal static class SearchPath
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance;

    // The wire types are few; a search asks for the same properties of thousands of resources.
    private static readonly ConcurrentDictionary<Type, Dictionary<string, PropertyInfo>> Properties = new();

    /// <summary>The values under a path: none where nothing is set, several where the path goes through a list.</summary>
    public static IEnumerable<object> Read(object subject, string path)
    {
        var name = path.Split('.', 2)[0];
        if (Property(subject, name) is null)
        {
            throw AwsErrorException.Validation($"Unknown property name: {path}");
        }

        return Values(subject, path);
    }

    private static PropertyInfo? Property(object subject, string name) =>
        Properties.GetOrAdd(subject.GetType(), static type => type.GetProperties(Members).ToDictionary(property => property.Name)).GetValueOrDefault(name);

    private static IEnumerable<object> Values(object subject, string path)
    {
        if (subject is List<Tag> tags)
        {
            // A tag's key may itself hold dots.
            return tags.Where(tag => tag.Key == path && tag.Value is not null).Select(object (tag) => tag.Value!);
        }

        if (subject is IDictionary<string, string> map)
        {
            return map.TryGetValue(path, out var mapped) ? [mapped] : [];
        }

        if (subject is IList list)
        {
            return list.Cast<object>().SelectMany(item => Values(item, path));
        }

        var parts = path.Split('.', 2);
        var value = Property(subject, parts[0])?.GetValue(subject);
        if (value is null)
        {
            return [];
        }

        return parts.Length == 2 ? Values(value, parts[1]) : value is IList items ? items.Cast<object>() : [value];
    }
}
