namespace CanaryConsole.Sandbox.Metrics.Expressions;

/// <summary>Recursive descent over metric math: || binds weakest, then &amp;&amp;, comparisons, sums, products, minus, powers.</summary>
internal sealed class ExpressionParser
{
    private const int MaximumDepth = 50;

    private static readonly string[][] Levels = [["||", "OR"], ["&&", "AND"], ["<", ">", "<=", ">=", "==", "!="], ["+", "-"], ["*", "/"]];

    private readonly List<Token> _tokens;
    private int _at;
    private int _depth;

    private ExpressionParser(string text) => _tokens = Token.Split(text);

    private Token Current => _tokens[_at];

    /// <exception cref="ExpressionException">It is not metric math.</exception>
    public static Node Parse(string text)
    {
        var parser = new ExpressionParser(text);
        var node = parser.Level(0);
        return parser.Current.Kind == TokenKind.End ? node : throw parser.Unexpected();
    }

    private Node Level(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Level(level + 1);
        while (Current.Kind is TokenKind.Symbol or TokenKind.Name && Levels[level].Contains(Current.Text))
        {
            var symbol = Take().Text;
            left = new Node.Binary(symbol switch { "OR" => "||", "AND" => "&&", _ => symbol }, left, Level(level + 1));
        }

        return left;
    }

    private Node Unary()
    {
        if (++_depth > MaximumDepth)
        {
            throw new ExpressionException($"It is nested more than {MaximumDepth} deep");
        }

        try
        {
            return TakeIf("-") ? new Node.Minus(Unary()) : Power();
        }
        finally
        {
            _depth--;
        }
    }

    private Node Power()
    {
        var basis = Primary();
        return TakeIf("^") ? new Node.Binary("^", basis, Unary()) : basis;
    }

    private Node Primary()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new Node.Number(token.Number());
            case TokenKind.Text:
                return new Node.Text(token.Text);
            case TokenKind.Name when TakeIf("("):
                return new Node.Call(MathFunctions.Known(token.Text), Items(")"));
            case TokenKind.Name:
                return char.IsAsciiLetterLower(token.Text[0]) ? new Node.Id(token.Text) : new Node.Word(token.Text);
            case TokenKind.Symbol when token.Text == "[":
                return new Node.List(Items("]"));
            case TokenKind.Symbol when token.Text == "(":
                var inner = Level(0);
                Expect(")");
                return inner;
            default:
                _at--;
                throw Unexpected();
        }
    }

    private List<Node> Items(string end)
    {
        var items = new List<Node>();
        if (TakeIf(end))
        {
            return items;
        }

        do
        {
            items.Add(Level(0));
        }
        while (TakeIf(","));

        Expect(end);
        return items;
    }

    private Token Take() => Current.Kind == TokenKind.End ? throw Unexpected() : _tokens[_at++];

    private bool TakeIf(string symbol)
    {
        var isNext = Current.Kind == TokenKind.Symbol && Current.Text == symbol;
        _at += isNext ? 1 : 0;
        return isNext;
    }

    private void Expect(string symbol)
    {
        if (!TakeIf(symbol))
        {
            throw new ExpressionException($"Expected '{symbol}' at position {Current.At}");
        }
    }

    private ExpressionException Unexpected() =>
        new(Current.Kind == TokenKind.End ? "Unexpected end of the expression" : $"Unexpected '{Current.Text}' at position {Current.At}");
}
