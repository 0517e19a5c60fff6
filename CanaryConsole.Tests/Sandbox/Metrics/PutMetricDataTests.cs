using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;

namespace CanaryConsole.Tests.Sandbox.Metrics;

public sealed class PutMetricDataTests
{
    private const string Prefix = "GraniteServiceVersion20100801.";

    private readonly LocalAws _aws = new();

    [Fact]
    public void PutMetricData_ValuesWithCounts_HaveEveryStatistic()
    {
        Put(new MetricDatum { MetricName = "latency", Values = [10, 20, 300], Counts = [50, 49, 1], Unit = StandardUnit.Milliseconds });

        Assert.Equal([100], Read("latency", "SampleCount"));
        Assert.Equal([1780], Read("latency", "Sum"));
        Assert.InRange(Read("latency", "p99")[0], 19.8, 20.2);
        Assert.Equal([300], Read("latency", "Maximum"));
        Assert.Equal([100], Read("latency", "SampleCount", unit: StandardUnit.Milliseconds));
        Assert.Empty(Read("latency", "SampleCount", unit: StandardUnit.Seconds));
    }

    [Fact]
    public void PutMetricData_StatisticValues_HaveNoPercentile()
    {
        Put(new MetricDatum { MetricName = "set", StatisticValues = new StatisticSet { SampleCount = 4, Sum = 10, Minimum = 1, Maximum = 4 } });
        Put(new MetricDatum { MetricName = "flat", StatisticValues = new StatisticSet { SampleCount = 4, Sum = 8, Minimum = 2, Maximum = 2 } });

        Assert.Equal([2.5], Read("set", "Average"));
        Assert.Empty(Read("set", "p50"));
        Assert.Equal([2], Read("flat", "p50"));
    }

    [Fact]
    public void PutMetricData_HighResolution_HasSecondsForThreeHours()
    {
        var start = _aws.Time.GetUtcNow().UtcDateTime;
        Put(new MetricDatum { MetricName = "fine", Value = 1, Timestamp = start, StorageResolution = 1 });
        Put(new MetricDatum { MetricName = "fine", Value = 2, Timestamp = start.AddSeconds(1), StorageResolution = 1 });
        Put(new MetricDatum { MetricName = "coarse", Value = 1, Timestamp = start });
        Put(new MetricDatum { MetricName = "coarse", Value = 2, Timestamp = start.AddSeconds(1) });

        _aws.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([2, 1], Read("fine", "Sum", period: 1));
        Assert.Equal([3], Read("fine", "Sum", period: 5));
        Assert.Equal([3], Read("coarse", "Sum", period: 1));

        _aws.Time.Advance(TimeSpan.FromHours(4));
        Assert.Empty(Read("fine", "Sum", period: 1));
        Assert.Equal([3], Read("fine", "Sum", period: 60));
    }

    [Fact]
    public void PutMetricData_DimensionsInAnyOrder_AreOneSeries()
    {
        Dimension one = new() { Name = "x", Value = "1" };
        Dimension other = new() { Name = "y", Value = "2" };
        Put(new MetricDatum { MetricName = "m", Value = 1, Dimensions = [one, other] });
        Put(new MetricDatum { MetricName = "m", Value = 2, Dimensions = [other, one] });

        Assert.Equal([3], Read("m", "Sum", dimensions: [one, other]));
        Assert.Empty(Read("m", "Sum"));
        Assert.Empty(Read("m", "Sum", dimensions: [one]));
    }

    [Fact]
    public void PutMetricData_WhatCannotBe_IsRefused()
    {
        Assert.Equal("The value AWS/SageMaker for parameter Namespace is invalid.", Refused("AWS/SageMaker", new MetricDatum { MetricName = "m", Value = 1 }));
        Assert.Equal(
            "The value 1E+200 for parameter MetricData.member.1.Value is invalid: it must be a number from -2^360 to 2^360.",
            Refused("Test", new MetricDatum { MetricName = "m", Value = 1e200 }));
        Assert.Equal("The parameter MetricData.member.1.MetricName is required.", Refused("Test", new MetricDatum { Value = 1 }));
        Assert.Equal("The parameter MetricData.member.1.Value is required.", Refused("Test", new MetricDatum { MetricName = "m" }));
        Assert.Contains("mutually exclusive", Refused("Test", new MetricDatum { MetricName = "m", Value = 1, Values = [1] }), StringComparison.Ordinal);
        Assert.Contains("two weeks", Refused("Test", new MetricDatum { MetricName = "m", Value = 1, Timestamp = Now.AddDays(-15) }), StringComparison.Ordinal);
        Assert.Contains("two hours", Refused("Test", new MetricDatum { MetricName = "m", Value = 1, Timestamp = Now.AddHours(3) }), StringComparison.Ordinal);
        Assert.Contains("150", Refused("Test", new MetricDatum { MetricName = "m", Values = [.. Enumerable.Range(0, 151).Select(i => (double)i)] }), StringComparison.Ordinal);
        Assert.Contains("same size", Refused("Test", new MetricDatum { MetricName = "m", Values = [1, 2], Counts = [1] }), StringComparison.Ordinal);
        Assert.Contains("1 or 60", Refused("Test", new MetricDatum { MetricName = "m", Value = 1, StorageResolution = 10 }), StringComparison.Ordinal);
        Assert.Contains("1000", Refused("Test", [.. Enumerable.Range(0, 1001).Select(i => new MetricDatum { MetricName = $"m{i}", Value = 1 })]), StringComparison.Ordinal);
        Assert.Empty(List(new ListMetricsRequest { Namespace = "Test" }).Metrics!);
    }

    [Fact]
    public void PutMetricData_MoreSeriesThanAreKept_IsRefused()
    {
        Put([.. Enumerable.Range(0, 1000).Select(i => new MetricDatum { MetricName = $"m{i}", Value = 1 })]);

        Assert.Contains("at most 1000 custom metrics", Refused("Test", new MetricDatum { MetricName = "one more", Value = 1 }), StringComparison.Ordinal);
    }

    [Fact]
    public void ListMetrics_Filters_FindWhatHasData()
    {
        _aws.Time.Advance(TimeSpan.FromSeconds(30));
        Put(new MetricDatum { MetricName = "m", Value = 1, Dimensions = [new Dimension { Name = "x", Value = "1" }] });

        var all = List(new ListMetricsRequest()).Metrics!;
        Assert.Equal(1 + (3 * 9), all.Count);
        Assert.Equal(9, List(new ListMetricsRequest { Dimensions = [new DimensionFilter { Name = "VariantName", Value = "challenger" }] }).Metrics!.Count);
        Assert.Equal(3, List(new ListMetricsRequest { MetricName = "ModelLatency", Dimensions = [new DimensionFilter { Name = "VariantName" }] }).Metrics!.Count);
        Assert.Equal("m", Assert.Single(List(new ListMetricsRequest { Namespace = "Test" }).Metrics!).MetricName);

        _aws.Time.Advance(TimeSpan.FromHours(4));
        Assert.Empty(List(new ListMetricsRequest { Namespace = "Test", RecentlyActive = RecentlyActive.PT3H }).Metrics!);
        Assert.Single(List(new ListMetricsRequest { Namespace = "Test" }).Metrics!);
    }

    [Fact]
    public void ListMetrics_MoreThanAPage_GoesOn()
    {
        Put([.. Enumerable.Range(0, 600).Select(i => new MetricDatum { MetricName = $"m{i}", Value = 1 })]);

        var first = List(new ListMetricsRequest { Namespace = "Test" });
        var second = List(new ListMetricsRequest { Namespace = "Test", NextToken = first.NextToken });

        Assert.Equal((500, 100), (first.Metrics!.Count, second.Metrics!.Count));
        Assert.Null(second.NextToken);
        Assert.Equal(600, first.Metrics.Concat(second.Metrics).Select(metric => metric.MetricName).Distinct().Count());
    }

    private DateTime Now => _aws.Time.GetUtcNow().UtcDateTime;

    private void Put(params List<MetricDatum> data) => _aws.Call($"{Prefix}PutMetricData", new PutMetricDataRequest { Namespace = "Test", MetricData = data });

    private string Refused(string ns, params List<MetricDatum> data) =>
        _aws.Refused($"{Prefix}PutMetricData", new PutMetricDataRequest { Namespace = ns, MetricData = data });

    private ListMetricsResponse List(ListMetricsRequest request) => _aws.Call<ListMetricsResponse>($"{Prefix}ListMetrics", request);

    private List<double> Read(string metric, string stat, StandardUnit? unit = null, int period = 60, List<Dimension>? dimensions = null) =>
        _aws.Call<GetMetricDataResponse>($"{Prefix}GetMetricData", new GetMetricDataRequest
        {
            StartTime = Now.AddDays(-1),
            EndTime = Now.AddMinutes(1),
            MetricDataQueries =
            [
                new MetricDataQuery
                {
                    Id = "q",
                    MetricStat = new MetricStat
                    {
                        Metric = new Metric { Namespace = "Test", MetricName = metric, Dimensions = dimensions ?? [] },
                        Period = period,
                        Stat = stat,
                        Unit = unit,
                    },
                },
            ],
        }).MetricDataResults!.Single().Values!;
}
