using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;

namespace CanaryConsole.Tests.Sandbox.Metrics;

public sealed class MetricMathTests
{
    private const string Prefix = "GraniteServiceVersion20100801.";

    private readonly LocalAws _aws = new();
    private readonly DateTime _start;

    // a is 1, 2, -, 4 and b is 2, 0, 5, 8 in the first four minutes; c never had a value.
    public MetricMathTests()
    {
        _aws.Time.Advance(TimeSpan.FromMinutes(10));
        _start = _aws.Time.GetUtcNow().UtcDateTime.AddMinutes(-5);
        Put("a", 1, 2, null, 4);
        Put("b", 2, 0, 5, 8);
    }

    [Theory]
    [InlineData("a + b", "3 2 _ 12")]
    [InlineData("a - b * 2", "-3 2 _ -12")]
    [InlineData("(a - b) * 2", "-2 4 _ -8")]
    [InlineData("a / b", "0.5 _ _ 0.5")]
    [InlineData("100 * a / SUM(b)", "6.667 13.333 _ 26.667")]
    [InlineData("-a", "-1 -2 _ -4")]
    [InlineData("2 - -a", "3 4 _ 6")]
    [InlineData("a ^ 2", "1 4 _ 16")]
    [InlineData("SUM([a, b])", "3 2 5 12")]
    [InlineData("SUM(METRICS())", "3 2 5 12")]
    [InlineData("SUM(METRICS(\"b\"))", "2 0 5 8")]
    [InlineData("AVG([a, b])", "1.5 1 5 6")]
    [InlineData("MAX([a, b]) - MIN([a, b])", "1 2 0 4")]
    [InlineData("b - AVG(b)", "-1.75 -3.75 1.25 4.25")]
    [InlineData("FILL(a, 0)", "1 2 0 4")]
    [InlineData("FILL(a, REPEAT)", "1 2 2 4")]
    [InlineData("FILL(a, LINEAR)", "1 2 3 4")]
    [InlineData("FILL(c, 7) + b", "9 7 12 15")]
    [InlineData("IF(b > 4, b, 0)", "0 0 5 8")]
    [InlineData("IF(a >= 2, a)", "_ 2 _ 4")]
    [InlineData("IF(1, a, b)", "1 2 _ 4")]
    [InlineData("a < b", "1 0 _ 1")]
    [InlineData("a == 2 || b == 8", "0 1 _ 1")]
    [InlineData("a > 1 AND b > 1", "0 0 _ 1")]
    [InlineData("DIFF(b)", "_ -2 5 3")]
    [InlineData("RATE(b)", "_ -0.033 0.083 0.05")]
    [InlineData("b / PERIOD(b)", "0.033 0 0.083 0.133")]
    [InlineData("ABS(-b)", "2 0 5 8")]
    [InlineData("CEIL(b / 3)", "1 0 2 3")]
    [InlineData("FLOOR(b / 3)", "0 0 1 2")]
    [InlineData("RUNNING_SUM(b)", "2 2 7 15")]
    public void GetMetricData_Expression_IsComputed(string expression, string expected)
    {
        var result = Assert.Single(Ask(("e", expression)).MetricDataResults!);

        var values = result.Timestamps!.Zip(result.Values!).ToDictionary(pair => pair.First, pair => pair.Second);
        var shown = Enumerable.Range(0, 4)
            .Select(i => values.TryGetValue(_start.AddMinutes(i), out var value) ? Math.Round(value, 3).ToString(System.Globalization.CultureInfo.InvariantCulture) : "_");
        Assert.Equal(expected, string.Join(' ', shown));
    }

    [Fact]
    public void GetMetricData_ExpressionOverExpression_ReadsItById() =>
        Assert.Equal([28, 14, 8, 10], Ask(("f", "e * 2"), ("e", "SUM([a, b]) + 2")).MetricDataResults!.Single(result => result.Id == "f").Values);

    [Fact]
    public void GetMetricData_ArrayAsResult_GivesOneResultForEachSeries()
    {
        var results = Ask(("e", "METRICS() * 2")).MetricDataResults!;

        Assert.Equal(["e", "e", "e"], results.Select(result => result.Id));
        Assert.Equal(["a", "b", "c"], results.Select(result => result.Label));
    }

    [Fact]
    public void GetMetricData_MathBeyondItsDatapoints_IsPartialWithoutToken()
    {
        var answer = Ask(maximum: 3, ("e", "SUM([a, b])"));

        Assert.Null(answer.NextToken);
        Assert.Equal(StatusCode.PartialData, answer.MetricDataResults!.Single().StatusCode);
        Assert.Equal(3, answer.MetricDataResults!.Single().Values!.Count);
    }

    [Theory]
    [InlineData("a +", "Error in expression 'e': Unexpected end of the expression.")]
    [InlineData("a + z", "Error in expression 'e': There is no query with the id 'z'.")]
    [InlineData("e + 1", "Error in expression 'e': It depends on itself.")]
    [InlineData("(a", "Error in expression 'e': Expected ')' at position 2.")]
    [InlineData("a $ b", "Error in expression 'e': Unexpected character '$' at position 2.")]
    [InlineData("a b", "Error in expression 'e': Unexpected 'b' at position 2.")]
    [InlineData("SUM(b)", "Error in expression 'e': It gives one number: an expression must give a time series.")]
    [InlineData("METRICS() + METRICS()", "Error in expression 'e': The operator + cannot be used between two arrays of time series.")]
    [InlineData("FILL(a)", "Error in expression 'e': The function FILL takes time series and a number, REPEAT or LINEAR.")]
    [InlineData("SELECT AVG(x) FROM y", "Error in expression 'e': Metrics Insights queries are not known to the sandbox.")]
    public void GetMetricData_ExpressionWithoutMeaning_IsRefusedWithTheReason(string expression, string message) =>
        Assert.Equal(message, _aws.Refused($"{Prefix}GetMetricData", Request(null, ("e", expression))));

    [Fact]
    public void GetMetricData_UnknownFunction_NamesThoseThatAre() =>
        Assert.StartsWith(
            "Error in expression 'e': The function SLICE is not known; the sandbox has ABS, AVG,",
            _aws.Refused($"{Prefix}GetMetricData", Request(null, ("e", "SLICE(a, 1)"))),
            StringComparison.Ordinal);

    [Fact]
    public void GetMetricData_DeeplyNested_IsRefused() =>
        Assert.Contains("nested more than 50 deep", _aws.Refused($"{Prefix}GetMetricData", Request(null, ("e", new string('(', 900) + "a" + new string(')', 900)))), StringComparison.Ordinal);

    private GetMetricDataResponse Ask(params (string Id, string Expression)[] expressions) => Ask(null, expressions);

    private GetMetricDataResponse Ask(int? maximum, params (string Id, string Expression)[] expressions) =>
        _aws.Call<GetMetricDataResponse>($"{Prefix}GetMetricData", Request(maximum, expressions));

    private GetMetricDataRequest Request(int? maximum, params (string Id, string Expression)[] expressions) => new()
    {
        StartTime = _start,
        EndTime = _start.AddMinutes(4),
        MaxDatapoints = maximum,
        MetricDataQueries =
        [
            .. expressions.Select(one => new MetricDataQuery { Id = one.Id, Expression = one.Expression }),
            .. new[] { "a", "b", "c" }.Select(id => new MetricDataQuery
            {
                Id = id,
                ReturnData = false,
                MetricStat = new MetricStat { Metric = new Metric { Namespace = "Test", MetricName = id }, Period = 60, Stat = "Sum" },
            }),
        ],
    };

    private void Put(string metric, params double?[] values) => _aws.Call($"{Prefix}PutMetricData", new PutMetricDataRequest
    {
        Namespace = "Test",
        MetricData =
        [
            .. values.Select((value, i) => (value, i)).Where(pair => pair.value is not null)
                .Select(pair => new MetricDatum { MetricName = metric, Value = pair.value, Timestamp = _start.AddMinutes(pair.i) }),
        ],
    });
}
