using System.Globalization;
using System.Text;

namespace CanaryConsole.Core.SmokeTests;

/// <summary>Reads one assertion from left to right.</summary>
internal sealed class AssertionParser(string text)
{
    private const int MaximumSteps = 32;

    // The longer of two that begin alike comes first.
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "<", ">"];

    private int _at;

    public IReadOnlyList<JsonTerm> Parse()
    {
        if (text.Length > JsonAssertion.MaximumLength)
        {
            throw new FormatException($"it has {text.Length} characters; at most {JsonAssertion.MaximumLength} are possible");
        }

        var terms = new List<JsonTerm>();
        do
        {
            terms.Add(Term());
        }
        while (Takes("&&"));

        return _at == text.Length ? terms : throw Expected("&& or the end");
    }

    private JsonTerm Term()
    {
        if (Takes("!"))
        {
            return new JsonTerm.Existence(Path(), Wanted: false);
        }

        var ofLength = Takes("length(");
        var path = Path();
        if (ofLength && !Takes(")"))
        {
            throw Expected("\")\"");
        }

        if (Operators.FirstOrDefault(Takes) is { } comparison)
        {
            return new JsonTerm.Comparison(path, ofLength, comparison, Literal());
        }

        return ofLength ? throw Expected("a comparison of the length") : new JsonTerm.Existence(path, Wanted: true);
    }

    private JsonPath Path()
    {
        Skip();
        var start = _at;
        if (!Takes("$"))
        {
            throw Expected("a path, which begins with $");
        }

        var steps = new List<JsonPathStep>();
        while (_at < text.Length && text[_at] is '.' or '[')
        {
            steps.Add(text[_at++] == '.' ? new JsonPathStep(Name()) : Bracket());
            if (steps.Count > MaximumSteps)
            {
                throw new FormatException($"its path has more than {MaximumSteps} steps");
            }
        }

        return new JsonPath(text[start.._at], steps);
    }

    private string Name()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetter(text[_at]) || text[_at] is '_' or >= '\u0080' || (_at > start && char.IsAsciiDigit(text[_at]))))
        {
            _at++;
        }

        return _at > start ? text[start.._at] : throw Expected("a name; one of other characters goes in ['...']");
    }

    private JsonPathStep Bracket()
    {
        Skip();
        var step = _at < text.Length && text[_at] is '\'' or '"' ? new JsonPathStep(Quoted()) : new JsonPathStep(null, Index());
        return Takes("]") ? step : throw Expected("\"]\"");
    }

    private int Index()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || (_at == start && text[_at] == '-')))
        {
            _at++;
        }

        if (int.TryParse(text.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
        {
            return index;
        }

        _at = start;
        throw Expected("a whole number or a name in quotes");
    }

    private object? Literal()
    {
        Skip();
        if (_at < text.Length && text[_at] is '\'' or '"')
        {
            return Quoted();
        }

        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '.' or '+' or '-'))
        {
            _at++;
        }

        switch (text[start.._at])
        {
            case "true":
                return true;
            case "false":
                return false;
            case "null":
                return null;
            case var number when double.TryParse(
                number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
                && double.IsFinite(value):
                return value;
            default:
                _at = start;
                throw Expected("a number, a string in quotes, true, false or null");
        }
    }

    private string Quoted()
    {
        var quote = text[_at++];
        var value = new StringBuilder();
        while (_at < text.Length && text[_at] != quote)
        {
            if (text[_at] == '\\' && ++_at < text.Length && text[_at] is not ('\\' or '\'' or '"'))
            {
                throw Expected("\\\\, \\' or \\\" after a backslash");
            }

            value.Append(_at < text.Length ? text[_at++] : throw Expected("the closing quote"));
        }

        return Takes(quote.ToString()) ? value.ToString() : throw Expected("the closing quote");
    }

    private bool Takes(string token)
    {
        Skip();
        if (string.CompareOrdinal(text, _at, token, 0, token.Length) != 0)
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    private void Skip()
    {
        while (_at < text.Length && text[_at] == ' ')
        {
            _at++;
        }
    }

    private FormatException Expected(string what) => new($"at character {_at + 1} it should have {what}");
}
