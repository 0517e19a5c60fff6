using System.Collections;
using System.Globalization;
using Amazon.Runtime;

namespace CanaryConsole.Aws.Protocol;

/// <summary>A member's value as Amazon quotes it in an error: lists in brackets, maps in braces.</summary>
internal static class ValueText
{
    private const int MostCharacters = 1_024;
    private const int MostItems = 20;

    public static string? Of(object? value) => Shortened(Whole(value));

    private static string? Whole(object? value) => value switch
    {
        null => null,
        string text => text,
        ConstantClass constant => constant.Value,
        bool truth => truth ? "true" : "false",
        IDictionary map => $"{{{Joined(map.Keys.Cast<object>().Select(key => $"{key}={Of(map[key])}"), map.Count)}}}",
        IList list => $"[{Joined(list.Cast<object?>().Select(Of), list.Count)}]",
        Stream blob => $"[{blob.Length} bytes]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.GetType().Name,
    };

    private static string Joined(IEnumerable<string?> items, int count) =>
        string.Join(", ", items.Take(MostItems)) + (count > MostItems ? $", … {count} in all" : "");

    private static string? Shortened(string? text) => text?.Length > MostCharacters ? text[..MostCharacters] + "…" : text;
}
