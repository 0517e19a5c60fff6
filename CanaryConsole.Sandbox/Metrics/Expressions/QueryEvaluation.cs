using System.Diagnostics;

namespace CanaryConsole.Sandbox.Metrics.Expressions;

/// <summary>One evaluation of a set of queries over a window; every query is read once, however many expressions name it.</summary>
internal sealed class QueryEvaluation(QuerySet queries, ReadWindow window, Func<MetricQuery, ReadWindow, IEnumerable<Datapoint>> read)
{
    private readonly Dictionary<string, MathValue> _known = new(StringComparer.Ordinal);

    /// <summary>The series a query answers with.</summary>
    public IReadOnlyList<Series> Of(string id)
    {
        try
        {
            return ById(id) switch
            {
                MathValue.Single single => [single.Series],
                MathValue.Many many => many.Series,
                _ => throw new ExpressionException("It gives one number: an expression must give a time series"),
            };
        }
        catch (ExpressionException exception)
        {
            throw QuerySet.Wrong(id, exception.Message);
        }
    }

    private MathValue ById(string id)
    {
        if (!_known.TryGetValue(id, out var value))
        {
            value = _known[id] = queries.Metrics.TryGetValue(id, out var metric)
                ? new MathValue.Single(new Series(metric.Metric.Name, metric.Period, [.. read(metric, window)]))
                : Of(queries.Expressions[id]);
        }

        return value;
    }

    private MathValue Of(Node node) => node switch
    {
        Node.Number number => new MathValue.Scalar(number.Value),
        Node.Id id => ById(id.Name),
        Node.Minus minus => Operators.Map(Of(minus.Operand), value => -value),
        Node.Binary binary => Operators.Apply(binary.Operator, Of(binary.Left), Of(binary.Right)),
        Node.List list => new MathValue.Many([.. list.Items.SelectMany(item => Of(item) switch
        {
            MathValue.Single single => [single.Series],
            MathValue.Many many => many.Series,
            _ => throw new ExpressionException("An array holds time series, not numbers"),
        })]),
        Node.Call call => Call(call),
        Node.Word word => throw new ExpressionException($"The word {word.Name} has no meaning here"),
        Node.Text => throw new ExpressionException("A text has no meaning here"),
        _ => throw new UnreachableException(),
    };

    private MathValue Call(Node.Call call) => (call.Function, call.Arguments) switch
    {
        ("METRICS", []) => Metrics(""),
        ("METRICS", [Node.Text part]) => Metrics(part.Value),
        ("IF", [var condition, var then]) => If(Of(condition), Of(then), null),
        ("IF", [var condition, var then, var otherwise]) => If(Of(condition), Of(then), Of(otherwise)),
        ("FILL", [var value, Node.Word { Name: "REPEAT" }]) => MathFunctions.Fill(Of(value), series => Gaps.WithLast(series, window)),
        ("FILL", [var value, Node.Word { Name: "LINEAR" }]) => MathFunctions.Fill(Of(value), series => Gaps.WithLine(series, window)),
        ("FILL", [var value, var number]) when Of(number) is MathValue.Scalar scalar =>
            MathFunctions.Fill(Of(value), series => Gaps.WithNumber(series, window, scalar.Value)),
        ("FILL", _) => throw new ExpressionException("The function FILL takes time series and a number, REPEAT or LINEAR"),
        (var function, [var argument]) => MathFunctions.Apply(function, Of(argument)),
        (var function, var arguments) => throw new ExpressionException($"The function {function} does not take {arguments.Count} arguments"),
    };

    private MathValue.Many Metrics(string part) => new(
    [
        .. queries.Queries
            .Where(query => queries.Metrics.ContainsKey(query.Id!) && query.Id!.Contains(part, StringComparison.Ordinal))
            .SelectMany(query => Of(query.Id!)),
    ]);

    private static MathValue If(MathValue condition, MathValue then, MathValue? otherwise)
    {
        if (condition is MathValue.Scalar scalar)
        {
            return scalar.Value != 0 ? then : otherwise ?? new MathValue.Many([]);
        }

        if (condition is not MathValue.Single { Series: var when })
        {
            throw new ExpressionException("The function IF takes a condition that is one time series or a number");
        }

        var (yes, no) = (Lookup(then), otherwise is null ? _ => null : Lookup(otherwise));
        return new MathValue.Single(when.With(when.Points
            .Select(point => new Datapoint(point.At, (point.Value != 0 ? yes(point.At) : no(point.At)) ?? double.NaN))));
    }

    private static Func<DateTimeOffset, double?> Lookup(MathValue value)
    {
        switch (value)
        {
            case MathValue.Scalar scalar:
                return _ => scalar.Value;
            case MathValue.Single single:
                var points = single.Series.Points.ToDictionary(point => point.At, point => point.Value);
                return at => points.TryGetValue(at, out var found) ? found : null;
            default:
                throw new ExpressionException("The function IF chooses between time series and numbers, not between arrays");
        }
    }
}
