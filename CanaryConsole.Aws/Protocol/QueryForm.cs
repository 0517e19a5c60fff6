using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Amazon.Runtime;

namespace CanaryConsole.Aws.Protocol;

/// <summary>
/// The body of a query protocol request: a form of action, version and the message's members, flattened:
/// <c>Tags.member.1.Key</c> for lists, <c>Attributes.entry.1.value</c> for maps.
/// </summary>
internal sealed class QueryForm
{
    private readonly StringBuilder _form;

    private QueryForm(string action, string version) => _form = new($"Action={action}&Version={version}");

    public static byte[] Of(AmazonWebServiceRequest request, string version)
    {
        var form = new QueryForm(OperationName.Of(request), version);
        form.AddMembers("", request);
        return Encoding.UTF8.GetBytes(form._form.ToString());
    }

    private void AddMembers(string prefix, object structure)
    {
        foreach (var property in structure.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            Add(prefix + property.Name, property.GetValue(structure), property.GetCustomAttribute<EntryNamesAttribute>());
        }
    }

    private void Add(string name, object? value, EntryNamesAttribute? entryNames = null)
    {
        switch (value)
        {
            case null:
                break;
            case string or ConstantClass or bool or IFormattable or MemoryStream:
                _form.Append('&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(Text(value)));
                break;
            case IDictionary map:
                foreach (var (number, key) in map.Keys.Cast<string>().Index())
                {
                    Add($"{name}.entry.{number + 1}.{entryNames?.Key ?? "key"}", key);
                    Add($"{name}.entry.{number + 1}.{entryNames?.Value ?? "value"}", map[key]);
                }

                break;
            case IList list:
                foreach (var (number, item) in list.Cast<object?>().Index())
                {
                    Add($"{name}.member.{number + 1}", item);
                }

                break;
            default:
                AddMembers(name + ".", value);
                break;
        }
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        ConstantClass constant => constant.Value,
        bool truth => truth ? "true" : "false",
        MemoryStream blob => Convert.ToBase64String(blob.ToArray()),
        DateTime time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"{value.GetType().Name} has no form in the query protocol."),
    };
}
