using System.Globalization;
using Amazon.Runtime;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>Compares what a resource holds with what a filter names: numbers as numbers, times as times, all else as text.</summary>
internal static class SearchValue
{
    /// <summary>What is not set comes before all that is.</summary>
    public static readonly IComparer<object?> Order = Comparer<object?>.Create(static (left, right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (DateTime a, DateTime b) => a.CompareTo(b),
        _ when Number(left) is { } a && Number(right) is { } b => a.CompareTo(b),
        _ => string.CompareOrdinal(Text(left), Text(right)),
    });

    public static int Compare(object value, string name, string text) => value switch
    {
        DateTime time => time.CompareTo(Time(name, text)),
        _ when Number(value) is { } number => number.CompareTo(Number(name, text)),
        _ => string.CompareOrdinal(Text(value), text),
    };

    public static string Text(object value) => value switch
    {
        ConstantClass constant => constant.Value,
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static double? Number(object? value) => value is int or long or float or double ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;

    private static double Number(string name, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw AwsErrorException.Validation($"The value '{text}' of property {name} is not a number.");

    private static DateTime Time(string name, string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw AwsErrorException.Validation($"The value '{text}' of property {name} is not a time in ISO 8601, as in 2026-01-05T12:00:00Z.");
}
