namespace CanaryConsole.Sandbox.Metrics.Expressions;

/// <summary>A part of a parsed expression.</summary>
internal abstract record Node
{
    private Node()
    {
    }

    public sealed record Number(double Value) : Node;

    public sealed record Text(string Value) : Node;

    public sealed record Id(string Name) : Node;

    public sealed record Word(string Name) : Node;

    public sealed record Minus(Node Operand) : Node;

    public sealed record Binary(string Operator, Node Left, Node Right) : Node;

    public sealed record Call(string Function, IReadOnlyList<Node> Arguments) : Node;

    public sealed record List(IReadOnlyList<Node> Items) : Node;

    /// <summary>The ids of the queries it reads by name.</summary>
    public IEnumerable<string> Ids => this switch
    {
        Id id => [id.Name],
        Minus minus => minus.Operand.Ids,
        Binary binary => binary.Left.Ids.Concat(binary.Right.Ids),
        Call call => call.Arguments.SelectMany(argument => argument.Ids),
        List list => list.Items.SelectMany(item => item.Ids),
        _ => [],
    };
}
