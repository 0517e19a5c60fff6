using System.Text;
using System.Text.RegularExpressions;

namespace CanaryConsole.Core.Artifacts;

/// <summary>A pattern of paths: * for any letters but a slash, ? for one of them, {a,b} for either; all else is itself.</summary>
internal sealed class NamePattern(string text)
{
    // Never backtracks, so that no pattern and no path together take long.
    private readonly Regex _regex = new(Translate(text), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public bool Matches(string path) => _regex.IsMatch(path);

    private static string Translate(string text)
    {
        var closes = text.Count(letter => letter == '{') == text.Count(letter => letter == '}');
        var regex = new StringBuilder("^");
        var inside = false;
        foreach (var letter in text)
        {
            regex.Append((letter, inside) switch
            {
                ('*', _) => "[^/]*",
                ('?', _) => "[^/]",
                ('{', false) when closes => "(?:",
                ('}', true) => ")",
                (',', true) => "|",
                _ => Regex.Escape(letter.ToString()),
            });
            inside = closes && (letter == '{' || (inside && letter != '}'));
        }

        return regex.Append('$').ToString();
    }
}
