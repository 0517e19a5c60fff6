using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;

namespace CanaryConsole.Tests.Sandbox.Metrics;

public sealed class MetricDataOperationsTests
{
    private const string Target = "GraniteServiceVersion20100801.GetMetricData";

    private readonly LocalAws _aws = new();

    [Fact]
    public void GetMetricData_AtStart_ShowsAnHourOfHistory()
    {
        var invocations = new LocalAws(hours: 1).Metric("Invocations", "Sum", TimeSpan.FromHours(2));

        Assert.Equal(60, invocations.Count);
        Assert.All(invocations, perMinute => Assert.InRange(perMinute / 60, 30, 55));
    }

    [Fact]
    public void GetMetricData_OnChampion_HasItsPercentilesAndErrorRate()
    {
        var aws = new LocalAws(hours: 1);

        Assert.InRange(aws.Metric("ModelLatency", "p50", TimeSpan.FromHours(1), period: 3600)[0], 19_500, 20_500);
        Assert.InRange(aws.Metric("ModelLatency", "p99", TimeSpan.FromHours(1), period: 3600)[0], 58_000, 62_000);
        Assert.InRange(aws.Metric("Invocation5XXErrors", "Average", TimeSpan.FromHours(1), period: 3600)[0], 0.0007, 0.0013);
        Assert.InRange(aws.Metric("OverheadLatency", "p50", TimeSpan.FromHours(1), period: 3600)[0], 2_500, 3_500);
    }

    [Fact]
    public void GetMetricData_CellStillFilling_IsVisible()
    {
        _aws.Time.Advance(TimeSpan.FromSeconds(25));

        Assert.InRange(_aws.Metric("Invocations", "Sum", TimeSpan.FromSeconds(25))[0], 600, 1500);
    }

    [Fact]
    public void GetMetricData_EndpointNameAlone_FindsNothing()
    {
        var query = LocalAws.Query("q", "Invocations", "Sum");
        query.MetricStat!.Metric!.Dimensions!.RemoveAt(1);

        var result = Get([query]).MetricDataResults!.Single();
        Assert.Empty(result.Values!);
        Assert.Equal(StatusCode.Complete, result.StatusCode);
    }

    [Fact]
    public void GetMetricData_Utilization_HasItsOwnNamespace()
    {
        _aws.Time.Advance(TimeSpan.FromMinutes(1));
        var query = LocalAws.Query("q", "CPUUtilization", "Average");
        Assert.Empty(Get([query]).MetricDataResults!.Single().Values!);

        query.MetricStat!.Metric!.Namespace = "/aws/sagemaker/Endpoints";
        Assert.All(Get([query]).MetricDataResults!.Single().Values!, cpu => Assert.InRange(cpu, 20, 100));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void GetMetricData_MoreThanFits_PagesWithoutGapOrRepeat(bool descending)
    {
        for (var i = 0; i < 15; i++)
        {
            _aws.Time.Advance(TimeSpan.FromMinutes(4));
            _aws.Describe();
        }

        List<MetricDataQuery> queries = [LocalAws.Query("a", "Invocations", "Sum"), LocalAws.Query("b", "ModelLatency", "p99")];
        var request = Request(queries);
        request.ScanBy = descending ? ScanBy.TimestampDescending : ScanBy.TimestampAscending;
        var whole = _aws.Call<GetMetricDataResponse>(Target, request);
        request.MaxDatapoints = 17;

        var paged = new Dictionary<string, List<DateTime>> { ["a"] = [], ["b"] = [] };
        var pages = 0;
        do
        {
            var page = _aws.Call<GetMetricDataResponse>(Target, request);
            Assert.InRange(page.MetricDataResults!.Sum(result => result.Values!.Count), 1, 17);
            page.MetricDataResults!.ForEach(result => paged[result.Id!].AddRange(result.Timestamps!));
            request.NextToken = page.NextToken;
            pages++;
        }
        while (request.NextToken is not null);

        Assert.Equal(8, pages);
        Assert.All(whole.MetricDataResults!, result => Assert.Equal(result.Timestamps, paged[result.Id!]));
        Assert.Equal(descending, whole.MetricDataResults![0].Timestamps![0] > whole.MetricDataResults[0].Timestamps![1]);
    }

    [Fact]
    public void GetMetricData_TooManyQueries_IsRefused()
    {
        var queries = Enumerable.Range(0, 501).Select(i => LocalAws.Query($"q{i}", "Invocations", "Sum")).ToList();

        Assert.Equal("The parameter MetricDataQueries must contain between 1 and 500 queries, but has 501.", _aws.Refused(Target, Request(queries)));
        Assert.Equal(500, Get(queries[..500]).MetricDataResults!.Count);
    }

    [Theory]
    [InlineData("Sum", 7, "The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60 seconds, but is 7.")]
    [InlineData("Sum", 0, "1 validation error detected: Value '0' at 'metricDataQueries.1.member.metricStat.period' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("p101", 60, "The parameter Stat \"p101\" is not a valid statistic.")]
    public void GetMetricData_WrongPeriodOrStatistic_IsRefused(string stat, int period, string message) =>
        Assert.Equal(message, _aws.Refused(Target, Request([LocalAws.Query("q", "Invocations", stat, period: period)])));

    [Fact]
    public void GetMetricData_NothingAsked_NamesTheMissingMember() =>
        Assert.Equal("The parameter MetricDataQueries is required.", _aws.Refused(Target, new GetMetricDataRequest()));

    [Fact]
    public void GetMetricData_ForeignToken_IsRefused()
    {
        var request = Request([LocalAws.Query("q", "Invocations", "Sum")]);
        request.NextToken = "0.99999999999999999999";

        Assert.Equal("The parameter NextToken was not given out for this request.", _aws.Refused(Target, request));
    }

    private GetMetricDataResponse Get(List<MetricDataQuery> queries) => _aws.Call<GetMetricDataResponse>(Target, Request(queries));

    private GetMetricDataRequest Request(List<MetricDataQuery> queries) => new()
    {
        StartTime = _aws.Time.GetUtcNow().UtcDateTime.AddHours(-1),
        EndTime = _aws.Time.GetUtcNow().UtcDateTime,
        MetricDataQueries = queries,
    };
}
