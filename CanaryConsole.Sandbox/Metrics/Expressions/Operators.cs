using System.Diagnostics;

namespace CanaryConsole.Sandbox.Metrics.Expressions;

/// <summary>Arithmetic and comparisons of two values: a number meets every datapoint, two series meet where both have one.</summary>
internal static class Operators
{
    public static MathValue Apply(string symbol, MathValue left, MathValue right)
    {
        var combine = Of(symbol);
        return (left, right) switch
        {
            (MathValue.Scalar one, MathValue.Scalar other) => new MathValue.Scalar(combine(one.Value, other.Value)),
            (MathValue.Scalar one, MathValue.Single other) => new MathValue.Single(other.Series.Map(value => combine(one.Value, value))),
            (MathValue.Single one, MathValue.Scalar other) => new MathValue.Single(one.Series.Map(value => combine(value, other.Value))),
            (MathValue.Single one, MathValue.Single other) => new MathValue.Single(one.Series.Zip(other.Series, combine)),
            (MathValue.Many many, MathValue.Scalar other) => Each(many, series => series.Map(value => combine(value, other.Value))),
            (MathValue.Scalar one, MathValue.Many many) => Each(many, series => series.Map(value => combine(one.Value, value))),
            (MathValue.Many many, MathValue.Single other) => Each(many, series => series.Zip(other.Series, combine)),
            (MathValue.Single one, MathValue.Many many) => Each(many, series => one.Series.Zip(series, combine) with { Label = series.Label }),
            _ => throw new ExpressionException($"The operator {symbol} cannot be used between two arrays of time series"),
        };
    }

    public static MathValue Map(MathValue value, Func<double, double> change) => value switch
    {
        MathValue.Scalar scalar => new MathValue.Scalar(change(scalar.Value)),
        MathValue.Single single => new MathValue.Single(single.Series.Map(change)),
        MathValue.Many many => Each(many, series => series.Map(change)),
        _ => throw new UnreachableException(),
    };

    private static MathValue.Many Each(MathValue.Many many, Func<Series, Series> change) => new([.. many.Series.Select(change)]);

    private static Func<double, double, double> Of(string symbol) => symbol switch
    {
        "+" => static (a, b) => a + b,
        "-" => static (a, b) => a - b,
        "*" => static (a, b) => a * b,
        "/" => static (a, b) => a / b,
        "^" => Math.Pow,
        "<" => static (a, b) => a < b ? 1 : 0,
        ">" => static (a, b) => a > b ? 1 : 0,
        "<=" => static (a, b) => a <= b ? 1 : 0,
        ">=" => static (a, b) => a >= b ? 1 : 0,
        "==" => static (a, b) => a == b ? 1 : 0,
        "!=" => static (a, b) => a != b ? 1 : 0,
        "&&" => static (a, b) => a != 0 && b != 0 ? 1 : 0,
        "||" => static (a, b) => a != 0 || b != 0 ? 1 : 0,
        _ => throw new UnreachableException(),
    };
}
