using System.Text;

namespace CanaryConsole.Aws.Protocol;

/// <summary>The body of a query protocol request: a form of action, version and flattened members.</summary>
internal sealed class QueryForm(string action, string version)
{
    private readonly StringBuilder _form = new($"Action={action}&Version={version}");

    public QueryForm Add(string name, string? value)
    {
        if (value is not null)
        {
            _form.Append('&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return this;
    }

    public QueryForm AddAll<T>(string prefix, IEnumerable<T>? items, Action<QueryForm, string, T> add)
    {
        var number = 1;
        foreach (var item in items ?? [])
        {
            add(this, $"{prefix}.{number++}", item);
        }

        return this;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_form.ToString());
}
