using System.Globalization;

namespace CanaryConsole.Sandbox.Metrics.Expressions;

internal enum TokenKind
{
    Number,
    Text,
    Name,
    Symbol,
    End,
}

/// <summary>A piece of an expression's text, and where it begins.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int At)
{
    private static readonly string[] Symbols = ["<=", ">=", "==", "!=", "&&", "||", "+", "-", "*", "/", "^", "(", ")", "[", "]", ",", "<", ">"];

    public static List<Token> Split(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = Next(text, at);
            tokens.Add(token);
            at += token.Text.Length + (token.Kind == TokenKind.Text ? 2 : 0);
        }

        tokens.Add(new Token(TokenKind.End, "", at));
        return tokens;
    }

    private static Token Next(string text, int at)
    {
        var first = text[at];
        if (char.IsAsciiDigit(first) || first == '.')
        {
            return Of(TokenKind.Number, End(text, at, letter => char.IsAsciiDigit(letter) || letter == '.'));
        }

        if (char.IsAsciiLetter(first))
        {
            return Of(TokenKind.Name, End(text, at, letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'));
        }

        if (first is '"' or '\'')
        {
            var end = text.IndexOf(first, at + 1);
            return end > at ? new Token(TokenKind.Text, text[(at + 1)..end], at) : throw new ExpressionException($"The text that begins at position {at} has no end");
        }

        return Symbols.FirstOrDefault(symbol => string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0) is { } found
            ? new Token(TokenKind.Symbol, found, at)
            : throw new ExpressionException($"Unexpected character '{first}' at position {at}");

        Token Of(TokenKind kind, int end) => new(kind, text[at..end], at);
    }

    public double Number() => double.TryParse(Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ExpressionException($"'{Text}' is not a number");

    private static int End(string text, int at, Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return at;
    }
}
