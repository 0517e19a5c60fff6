using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace CanaryConsole.Aws.Protocol;

/// <summary>
/// Amazon's patterns are Java's and match whole texts. Where .NET reads the same letters differently they are rewritten: ASCII classes,
/// the dot, POSIX classes, and characters outside the basic plane, which Java reads as one and .NET as two.
/// </summary>
internal static class JavaPattern
{
    private const string BeyondTheBasicPlane = @"\uD800\uDC00-\uDBFF\uDFFF";

    // Wide enough that a thread that has to wait for a processor does not refuse what is right.
    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(2);

    // As many as the models have.
    private static readonly ConcurrentDictionary<string, Regex> Compiled = new(StringComparer.Ordinal);

    public static Regex Compile(string expression) => Compiled.GetOrAdd(expression, static expression =>
    {
        var whole = $@"\A(?:{Translate(expression)})\z";
        try
        {
            return new Regex(whole, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, MatchLimit);
        }
        catch (NotSupportedException)
        {
            // Looks around itself, which only the backtracking matcher can.
            return new Regex(whole, RegexOptions.CultureInvariant, MatchLimit);
        }
    });

    internal static string Translate(string expression)
    {
        var source = expression.Replace(BeyondTheBasicPlane, @"\uD800-\uDFFF", StringComparison.Ordinal);
        var result = new StringBuilder();
        var isInClass = false;
        for (var i = 0; i < source.Length; i++)
        {
            var letter = source[i];
            if (letter == '\\')
            {
                var escape = Escape(source, i);
                result.Append(Members(escape) is not { } members ? escape : isInClass ? members : $"[{members}]");
                i += escape.Length - 1;
                continue;
            }

            isInClass = letter == '[' || (isInClass && letter != ']');
            result.Append(letter == '.' && !isInClass ? @"[^\n\r\u0085\u2028\u2029]" : letter);
        }

        return result.ToString();
    }

    private static string Escape(string source, int at)
    {
        var end = at + 2 < source.Length && source[at + 2] == '{' && source[at + 1] is 'p' or 'P' ? source.IndexOf('}', at) + 1 : at + 2;
        return source[at..Math.Min(end, source.Length)];
    }

    private static string? Members(string escape) => escape switch
    {
        @"\d" => "0-9",
        @"\w" => "a-zA-Z0-9_",
        @"\p{ASCII}" => @"\x00-\x7F",
        @"\p{Print}" => @"\x20-\x7E",
        _ => null,
    };
}
