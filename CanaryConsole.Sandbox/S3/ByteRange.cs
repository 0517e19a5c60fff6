using System.Globalization;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.S3;

/// <summary>A stretch of an object's bytes.</summary>
internal readonly record struct ByteRange(long Offset, long Length)
{
    /// <summary>The range a header asks for, or null where it asks for none that is understood: then the whole object is meant.</summary>
    public static ByteRange? Parse(string? header, long size)
    {
        if (header is null || !header.StartsWith("bytes=", StringComparison.Ordinal) || header.Contains(',', StringComparison.Ordinal))
        {
            return null;
        }

        var bounds = header[6..].Split('-');
        if (bounds.Length != 2 || !TryNumber(bounds[0], out var first) || !TryNumber(bounds[1], out var last))
        {
            return null;
        }

        return (first, last) switch
        {
            (null, null) => null,
            (null, 0) => throw Unsatisfiable(header, size),
            (null, { } suffix) => size > 0 ? new ByteRange(Math.Max(0, size - suffix), Math.Min(size, suffix)) : throw Unsatisfiable(header, size),
            ({ } from, { } to) when to < from => null,
            ({ } from, _) when from >= size => throw Unsatisfiable(header, size),
            ({ } from, null) => new ByteRange(from, size - from),
            ({ } from, { } to) => new ByteRange(from, Math.Min(to, size - 1) - from + 1),
        };
    }

    private static bool TryNumber(string text, out long? number)
    {
        number = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        return number is not null || text.Length == 0;
    }

    private static AwsErrorException Unsatisfiable(string header, long size) => new("InvalidRange", "The requested range is not satisfiable", 416)
    {
        Members = new Dictionary<string, object> { ["RangeRequested"] = header, ["ActualObjectSize"] = size },
    };
}
