using System.Globalization;
using System.Text;

namespace CanaryConsole.Core.Artifacts;

/// <summary>What a pax header says of the entry behind it: "length key=value" and a line's end, again and again.</summary>
/// <param name="IsSparse">GNU's holes: the content is not what lies in the archive.</param>
internal sealed record PaxAttributes(string? Path, string? LinkPath, long? Size, bool IsSparse)
{
    /// <summary>Null where it is written wrongly.</summary>
    public static PaxAttributes? Read(ReadOnlySpan<byte> content)
    {
        var read = new PaxAttributes(null, null, null, false);
        while (!content.IsEmpty)
        {
            var space = content.IndexOf((byte)' ');
            if (space is < 1 or > 9
                || !int.TryParse(content[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length <= space + 1 || length > content.Length || content[length - 1] != '\n')
            {
                return null;
            }

            var record = content[(space + 1)..(length - 1)];
            var equals = record.IndexOf((byte)'=');
            if (equals < 1 || With(read, Encoding.UTF8.GetString(record[..equals]), Encoding.UTF8.GetString(record[(equals + 1)..])) is not { } more)
            {
                return null;
            }

            read = more;
            content = content[length..];
        }

        return read;
    }

    private static PaxAttributes? With(PaxAttributes read, string key, string value) => key switch
    {
        "path" => read with { Path = value },
        "linkpath" => read with { LinkPath = value },
        "size" => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? read with { Size = size } : null,
        _ when key.StartsWith("GNU.sparse.", StringComparison.Ordinal) => read with { IsSparse = true },
        _ => read,
    };
}
