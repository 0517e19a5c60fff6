using System.Text.Json;
using System.Text.RegularExpressions;

namespace CanaryConsole.Core.Yaml;

/// <summary>
/// What a word without quotes means: nothing, true or false, a number, or itself, as in YAML 1.2. "no" and "on" are words, and so are numbers
/// that JSON could not write, as in 0x1F or 007.
/// </summary>
internal static partial class YamlScalar
{
    public static void Write(Utf8JsonWriter json, string plain)
    {
        switch (plain)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                json.WriteNullValue();
                break;
            case "true" or "True" or "TRUE":
                json.WriteBooleanValue(true);
                break;
            case "false" or "False" or "FALSE":
                json.WriteBooleanValue(false);
                break;
            case var number when Number().Match(number) is { Success: true } match:
                json.WriteRawValue(Normalized(match));
                break;
            default:
                json.WriteStringValue(plain);
                break;
        }
    }

    /// <summary>True when the text, written without quotes, would be read back as itself.</summary>
    public static bool IsText(string plain) => !NotText().IsMatch(plain);

    private static string Normalized(Match match)
    {
        var sign = match.Groups["sign"].Value == "-" ? "-" : "";
        var whole = match.Groups["whole"].Value is { Length: > 0 } digits ? digits : "0";
        var fraction = match.Groups["fraction"].Value is { Length: > 0 } decimals ? $".{decimals}" : "";
        return $"{sign}{whole}{fraction}{match.Groups["exponent"].Value}";
    }

    [GeneratedRegex(@"^(?<sign>[-+]?)(?:(?<whole>0|[1-9][0-9]*)(?:\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))(?<exponent>[eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    // Wider than what is read as something else, so that other readers of YAML agree.
    [GeneratedRegex(@"^(?:~|null|true|false|yes|no|on|off|y|n|[-+.]?[0-9].*|[-+]?\.(?:inf|nan))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NotText();
}
