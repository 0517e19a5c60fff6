namespace CanaryConsole.Sandbox.Metrics.Expressions;

/// <summary>The functions of metric math that the sandbox knows, but for those that need to know the request: METRICS and IF.</summary>
internal static class MathFunctions
{
    private static readonly string[] Names =
    [
        "ABS", "AVG", "CEIL", "DIFF", "FILL", "FIRST", "FLOOR", "IF", "LAST", "LOG", "LOG10", "MAX", "METRICS", "METRIC_COUNT", "MIN", "PERIOD", "RATE",
        "RUNNING_SUM", "STDDEV", "SUM",
    ];

    public static string Known(string name) => Names.Contains(name.ToUpperInvariant())
        ? name.ToUpperInvariant()
        : throw new ExpressionException($"The function {name} is not known; the sandbox has {string.Join(", ", Names)}");

    /// <summary>A function of one value.</summary>
    public static MathValue Apply(string function, MathValue value) => function switch
    {
        "ABS" => Operators.Map(value, Math.Abs),
        "CEIL" => Operators.Map(value, Math.Ceiling),
        "FLOOR" => Operators.Map(value, Math.Floor),
        "LOG" => Operators.Map(value, Math.Log),
        "LOG10" => Operators.Map(value, Math.Log10),
        "SUM" => Aggregate(function, value, Enumerable.Sum),
        "AVG" => Aggregate(function, value, Enumerable.Average),
        "MIN" => Aggregate(function, value, Enumerable.Min),
        "MAX" => Aggregate(function, value, Enumerable.Max),
        "STDDEV" => Aggregate(function, value, Deviation),
        "FIRST" => One(function, value, series => series.Points.Count == 0 ? double.NaN : series.Points[0].Value),
        "LAST" => One(function, value, series => series.Points.Count == 0 ? double.NaN : series.Points[^1].Value),
        "PERIOD" => One(function, value, series => series.Period.TotalSeconds),
        "METRIC_COUNT" => new MathValue.Scalar(value is MathValue.Many many ? many.Series.Count : 1),
        "RATE" => Each(function, value, series => Steps(series, (last, point) => (point.Value - last.Value) / (point.At - last.At).TotalSeconds)),
        "DIFF" => Each(function, value, series => Steps(series, (last, point) => point.Value - last.Value)),
        "RUNNING_SUM" => Each(function, value, RunningSum),
        _ => throw new ExpressionException($"The function {function} does not take one argument"),
    };

    public static MathValue Fill(MathValue value, Func<Series, Series> fill) => Each("FILL", value, fill);

    // One series becomes a number; an array becomes a series with a datapoint wherever one of them has one.
    private static MathValue Aggregate(string function, MathValue value, Func<IEnumerable<double>, double> of) => value switch
    {
        MathValue.Single { Series.Points: { Count: > 0 } points } => new MathValue.Scalar(of(points.Select(point => point.Value))),
        MathValue.Single => new MathValue.Scalar(double.NaN),
        MathValue.Many { Series: { Count: > 0 } many } => new MathValue.Single(new Series(
            function,
            many.Max(series => series.Period),
            [
                .. many.SelectMany(series => series.Points)
                    .GroupBy(point => point.At)
                    .OrderBy(group => group.Key)
                    .Select(group => new Datapoint(group.Key, of(group.Select(point => point.Value)))),
            ])),
        MathValue.Many => new MathValue.Many([]),
        _ => throw NotANumber(function),
    };

    private static MathValue.Scalar One(string function, MathValue value, Func<Series, double> of) =>
        value is MathValue.Single single ? new MathValue.Scalar(of(single.Series)) : throw new ExpressionException($"The function {function} takes one time series");

    private static MathValue Each(string function, MathValue value, Func<Series, Series> change) => value switch
    {
        MathValue.Single single => new MathValue.Single(change(single.Series)),
        MathValue.Many many => new MathValue.Many([.. many.Series.Select(change)]),
        _ => throw NotANumber(function),
    };

    private static Series Steps(Series series, Func<Datapoint, Datapoint, double> step) =>
        series.With(series.Points.Zip(series.Points.Skip(1), (last, point) => point with { Value = step(last, point) }));

    private static Series RunningSum(Series series)
    {
        var sum = 0.0;
        return series.Map(value => sum += value);
    }

    private static double Deviation(IEnumerable<double> values)
    {
        var all = values.ToList();
        var mean = all.Average();
        return Math.Sqrt(all.Sum(value => (value - mean) * (value - mean)) / all.Count);
    }

    private static ExpressionException NotANumber(string function) => new($"The function {function} takes time series, not a number");
}
