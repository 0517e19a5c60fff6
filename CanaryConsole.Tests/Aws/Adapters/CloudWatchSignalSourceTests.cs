using Amazon.Runtime;
using CanaryConsole.Aws.Adapters;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Tests.Aws.Adapters;

public sealed class CloudWatchSignalSourceTests
{
    private static readonly DateTimeOffset T0 = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly GuardrailRule Cpu = new GuardrailRule.UtilizationLimit(UtilizationKind.Cpu, 80);

    private static readonly GuardrailRule Basket = Metric(
        "100 * bad / all + FILL(bad, 0) - AVG([bad, all])",
        new MetricTerm("bad", "Shop", "BasketErrors", new Dictionary<string, string> { ["Endpoint"] = "{endpoint}", ["Arm"] = "{endpoint}/{variant}" }, "Sum"),
        new MetricTerm("all", "Shop", "Baskets", new Dictionary<string, string>(), "Sum"));

    [Fact]
    public async Task Read_Utilization_AsksForTheVariantsOwnSeriesAtTheEndpointsPeriod()
    {
        var cloudWatch = new FakeCloudWatch(request => Answer(request, StatusCode.Complete, (T0, 40), (T0.AddSeconds(10), 90), (T0.AddMinutes(-1), 7), (T0.AddMinutes(2), 8)));

        var reading = Assert.Single(await ReadAsync(cloudWatch, Cpu));

        Assert.Equal([new SignalPoint(T0, TimeSpan.FromSeconds(10), 40), new SignalPoint(T0.AddSeconds(10), TimeSpan.FromSeconds(10), 90)], reading.Points);
        Assert.Null(reading.Problem);
        var stat = Assert.Single(cloudWatch.Requests[0].MetricDataQueries!).MetricStat!;
        Assert.Equal(
            ("/aws/sagemaker/Endpoints", "CPUUtilization", "Average", 10, "EndpointName=e VariantName=v"),
            (stat.Metric!.Namespace, stat.Metric.MetricName, stat.Stat, stat.Period, string.Join(' ', stat.Metric.Dimensions!.Select(dimension => $"{dimension.Name}={dimension.Value}"))));
    }

    [Fact]
    public async Task Read_MetricMath_FillsPlaceholders_AndHasIdsOfItsOwn()
    {
        var cloudWatch = new FakeCloudWatch(request => Answer(request, StatusCode.Complete, (T0, 1)));

        await ReadAsync(cloudWatch, Cpu, Basket);

        var queries = cloudWatch.Requests[0].MetricDataQueries!;
        Assert.Equal(["g0_u True", "g1_bad False", "g1_all False", "g1_result True"], queries.Select(query => $"{query.Id} {query.ReturnData}"));
        Assert.Equal("100 * g1_bad / g1_all + FILL(g1_bad, 0) - AVG([g1_bad, g1_all])", queries[3].Expression);
        Assert.Equal(["e", "e/v"], queries[1].MetricStat!.Metric!.Dimensions!.Select(dimension => dimension.Value));
        Assert.All(queries.Skip(1).Take(2), query => Assert.Equal(60, query.MetricStat!.Period));
    }

    [Fact]
    public async Task Read_WordsInQuotes_AreNotIds()
    {
        var cloudWatch = new FakeCloudWatch(request => Answer(request, StatusCode.Complete));

        await ReadAsync(cloudWatch, Metric("""IF(m > 1, m, 'm') + "m" """, new MetricTerm("m", "N", "M", new Dictionary<string, string>(), "Sum")));

        Assert.Equal("""IF(g0_m > 1, g0_m, 'm') + "m" """, cloudWatch.Requests[0].MetricDataQueries![1].Expression);
    }

    [Theory]
    [InlineData("Forbidden", 0, "CloudWatch forbids reading CPUUtilization: the credentials lack cloudwatch:GetMetricData for it.")]
    [InlineData("InternalError", 0, "CloudWatch had an internal error reading CPUUtilization.")]
    [InlineData("PartialData", 1, "CloudWatch delivered only a part of CPUUtilization.")]
    public async Task Read_SeriesThatIsNotWhole_SaysSo(string status, int points, string problem)
    {
        var reading = Assert.Single(await ReadAsync(new FakeCloudWatch(request => Answer(request, status, (T0, 40))), Cpu));

        Assert.Equal((points, problem), (reading.Points.Count, reading.Problem));
    }

    [Fact]
    public async Task Read_NaN_IsNoPoint() =>
        Assert.Empty(Assert.Single(await ReadAsync(new FakeCloudWatch(request => Answer(request, StatusCode.Complete, (T0, double.NaN))), Cpu)).Points);

    [Fact]
    public async Task Read_SeveralSeries_AreNotOne()
    {
        var cloudWatch = new FakeCloudWatch(request => new GetMetricDataResponse
        {
            MetricDataResults = [.. new[] { "a", "b" }.Select(label => Labelled(request.MetricDataQueries![^1].Id, label))],
        });

        var reading = Assert.Single(await ReadAsync(cloudWatch, Basket));

        Assert.Empty(reading.Points);
        Assert.EndsWith("gives 2 series; a guardrail watches one.", reading.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_OneWrongExpression_LeavesTheOthersUnharmed()
    {
        var cloudWatch = new FakeCloudWatch(request => request.MetricDataQueries!.Any(query => query.Expression is not null)
            ? throw new AmazonServiceException("Error in expression", ErrorType.Sender, "ValidationError", "r", System.Net.HttpStatusCode.BadRequest)
            : Answer(request, StatusCode.Complete, (T0, 40)));

        var readings = await ReadAsync(cloudWatch, Basket, Cpu);

        Assert.Contains("Error in expression", readings[0].Problem, StringComparison.Ordinal);
        Assert.Equal((1, null), (readings[1].Points.Count, readings[1].Problem));
    }

    [Fact]
    public async Task Read_NothingReadable_IsAnError()
    {
        var cloudWatch = new FakeCloudWatch((Func<GetMetricDataRequest, GetMetricDataResponse>)(_ =>
            throw new AmazonServiceException("Rate exceeded", ErrorType.Sender, "ThrottlingException", "r", System.Net.HttpStatusCode.BadRequest)));

        Assert.Equal(CloudFailure.Throttled, (await Assert.ThrowsAsync<CloudException>(() => ReadAsync(cloudWatch, Cpu, Basket))).Failure);
    }

    [Fact]
    public async Task Read_ManyGuardrails_Take500QueriesACall()
    {
        var cloudWatch = new FakeCloudWatch(request => Answer(request, StatusCode.Complete, (T0, 40)));

        var readings = await ReadAsync(cloudWatch, [.. Enumerable.Repeat(Cpu, 501)]);

        Assert.All(readings, reading => Assert.Single(reading.Points));
        Assert.Equal([500, 1], cloudWatch.Requests.Select(request => request.MetricDataQueries!.Count));
    }

    [Fact]
    public async Task Read_ARuleThatReadsNothing_IsAProblemAndNoCall()
    {
        var cloudWatch = new FakeCloudWatch(request => Answer(request, StatusCode.Complete));

        Assert.NotNull(Assert.Single(await ReadAsync(cloudWatch, new GuardrailRule.TrafficSplit())).Problem);
        Assert.Empty(cloudWatch.Requests);
    }

    private static GuardrailRule.MetricLimit Metric(string expression, params MetricTerm[] terms) =>
        new(new MetricQuery(terms, expression, MetricUnit.Percent), Above: true, new Quantity(5, MetricUnit.Percent));

    private static Task<IReadOnlyList<SignalReading>> ReadAsync(FakeCloudWatch cloudWatch, params GuardrailRule[] rules) =>
        new CloudWatchSignalSource(cloudWatch, new CloudWatchAlarmControl(cloudWatch)).ReadAsync(
            [.. rules.Select(rule => new SignalRequest("e", "v", rule, T0, T0.AddMinutes(2), TimeSpan.FromSeconds(10)))], CancellationToken.None);

    private static GetMetricDataResponse Answer(GetMetricDataRequest request, StatusCode status, params (DateTimeOffset At, double Value)[] points) => new()
    {
        MetricDataResults = [.. request.MetricDataQueries!.Where(query => query.ReturnData == true).Select(query => FakeCloudWatch.Result(query.Id, status, points))],
    };

    private static MetricDataResult Labelled(string? id, string label)
    {
        var result = FakeCloudWatch.Result(id, StatusCode.Complete, (T0, 1));
        result.Label = label;
        return result;
    }
}
