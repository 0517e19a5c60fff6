using Amazon.Runtime;
using CanaryConsole.Aws.Adapters;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Tests.Aws.Adapters;

public sealed class CloudWatchMetricSourceTests
{
    private static readonly DateTimeOffset T0 = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset T1 = T0.AddMinutes(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, MetricDataResult> _results = new()
    {
        ["Invocations Sum"] = FakeCloudWatch.Result(null, StatusCode.Complete, (T1, 200), (T0, 100)),
        ["Invocation5XXErrors Sum"] = FakeCloudWatch.Result(null, StatusCode.Complete, (T0, 3), (T1, 0)),
        ["InvocationModelErrors Sum"] = FakeCloudWatch.Result(null, StatusCode.Complete, (T0, 2), (T1, 5)),
        ["ModelLatency p50"] = FakeCloudWatch.Result(null, StatusCode.Complete, (T0, 20_000), (T1, 21_000)),
        ["ModelLatency p90"] = FakeCloudWatch.Result(null, StatusCode.Complete, (T0, 40_000), (T1, 41_000)),
        ["ModelLatency p99"] = FakeCloudWatch.Result(null, StatusCode.Complete, (T0, 60_000), (T1, 61_500.5)),
        ["ModelLatency TC(100000:)"] = FakeCloudWatch.Result(null, StatusCode.Complete, (T0, 1), (T1, 4)),
        ["ModelLatency Maximum"] = FakeCloudWatch.Result(null, StatusCode.Complete, (T0, 150_000), (T1, 90_000)),
    };

    private static MetricRequest Request { get; } = new("e", "v", T0, T0.AddMinutes(2), Minute, TimeSpan.FromMilliseconds(100));

    [Fact]
    public async Task Read_WholeAnswer_GivesAscendingWindowsInCoresUnits()
    {
        var answer = await ReadAsync();

        Assert.Null(answer.Problem);
        Assert.Equal(
            [
                new MetricWindow(T0, Minute, 100, 3, Ms(20), Ms(40), Ms(60), 1) { ServerErrors = 3, ModelErrors = 2 },
                new MetricWindow(T1, Minute, 200, 5, Ms(21), Ms(41), TimeSpan.FromMicroseconds(61_500.5), 4) { ServerErrors = 0, ModelErrors = 5 },
            ],
            answer.Windows);
    }

    [Theory]
    [InlineData("InternalError", "CloudWatch had an internal error reading InvocationModelErrors.")]
    [InlineData("Forbidden", "CloudWatch forbids reading InvocationModelErrors: the credentials lack cloudwatch:GetMetricData for it.")]
    public async Task Read_ErrorsNotReadable_GivesNoWindowRatherThanNoErrors(string status, string problem)
    {
        _results["InvocationModelErrors Sum"] = FakeCloudWatch.Result(null, status, (T0, 0));

        var answer = await ReadAsync();

        Assert.Empty(answer.Windows);
        Assert.Equal(problem, answer.Problem);
    }

    [Fact]
    public async Task Read_PartOfTheErrors_GivesOnlyTheWindowsTheyCover()
    {
        _results["InvocationModelErrors Sum"] = FakeCloudWatch.Result(null, StatusCode.PartialData, (T0, 2));

        var answer = await ReadAsync();

        Assert.Equal(T0, Assert.Single(answer.Windows).Start);
        Assert.Equal("CloudWatch delivered only a part of InvocationModelErrors.", answer.Problem);
    }

    [Fact]
    public async Task Read_ErrorsLate_LeavesTheWindowOutAndSaysSo()
    {
        _results["Invocation5XXErrors Sum"] = FakeCloudWatch.Result(null, StatusCode.Complete, (T0, 3));
        _results["InvocationModelErrors Sum"] = FakeCloudWatch.Result(null, StatusCode.Complete, (T0, 3));

        var answer = await ReadAsync();

        Assert.Equal(T0, Assert.Single(answer.Windows).Start);
        Assert.Equal("CloudWatch has not delivered the error counts of 1 of 2 windows yet.", answer.Problem);
    }

    [Fact]
    public async Task Read_LatencyNotDelivered_IsNullNotZero()
    {
        _results["ModelLatency p99"] = FakeCloudWatch.Result(null, StatusCode.InternalError);

        var answer = await ReadAsync();

        Assert.All(answer.Windows, window => Assert.Null(window.LatencyP99));
        Assert.NotNull(answer.Problem);
    }

    [Fact]
    public async Task Read_SlowCountLeftOut_IsZeroOnlyWhereTheSlowestWasFastEnough()
    {
        _results["ModelLatency TC(100000:)"] = FakeCloudWatch.Result(null, StatusCode.Complete);

        var answer = await ReadAsync();

        Assert.Equal([null, 0L], answer.Windows.Select(window => window.SlowRequests));
    }

    [Fact]
    public async Task Read_ThresholdsAndClientErrors_AreReadWhereTheyAreAskedFor()
    {
        _results["Invocation4XXErrors Sum"] = FakeCloudWatch.Result(null, StatusCode.Complete, (T0, 7));
        _results["ModelLatency TC(20000:)"] = FakeCloudWatch.Result(null, StatusCode.Complete, (T0, 50), (T1, 90));
        _results["ModelLatency TC(200000:)"] = FakeCloudWatch.Result(null, StatusCode.Complete);

        var windows = (await ReadAsync(Request with { Thresholds = [Ms(20), Ms(100), Ms(200)], ClientErrors = true })).Windows;

        Assert.Equal([7, null], windows.Select(window => window.ClientErrors));
        Assert.Equal([50, 90L], windows.Select(window => window.SlowerThan(Ms(20))));
        Assert.Equal([1, 4L], windows.Select(window => window.SlowerThan(Ms(100))));
        Assert.Equal([0, 0L], windows.Select(window => window.SlowerThan(Ms(200))));
        Assert.Null(windows[0].SlowerThan(Ms(300)));
    }

    [Fact]
    public async Task Read_OneThresholdNotDelivered_LeavesThatOneOut()
    {
        _results["ModelLatency TC(20000:)"] = FakeCloudWatch.Result(null, StatusCode.InternalError);

        var answer = await ReadAsync(Request with { Thresholds = [Ms(20), Ms(100)] });

        Assert.All(answer.Windows, window => Assert.Equal([Ms(100)], window.SlowCounts!.Select(count => count.Threshold)));
        Assert.Equal("CloudWatch had an internal error reading ModelLatency.", answer.Problem);
    }

    [Fact]
    public async Task Read_WhatNobodyAskedFor_IsNotPaidFor()
    {
        var cloudWatch = new FakeCloudWatch(Answer);
        using var source = new CloudWatchMetricSource(cloudWatch);

        await source.ReadAsync([Request with { SlowerThan = null }, Request with { Variant = "w", Thresholds = [Ms(100)] }], CancellationToken.None);

        var queries = Assert.Single(cloudWatch.Requests).MetricDataQueries!;
        Assert.Equal(
            [6, 8],
            queries.GroupBy(query => query.MetricStat!.Metric!.Dimensions![1].Value).Select(variant => variant.Count()));
        Assert.DoesNotContain(queries, query => query.MetricStat!.Metric!.MetricName == "Invocation4XXErrors");
    }

    [Fact]
    public async Task Read_PeriodWithoutRequests_IsNoWindow()
    {
        _results["Invocations Sum"] = FakeCloudWatch.Result(null, StatusCode.Complete, (T0, 0));

        var answer = await ReadAsync();

        Assert.Empty(answer.Windows);
        Assert.Null(answer.Problem);
    }

    [Fact]
    public async Task Read_NaN_IsNotEvidence()
    {
        _results["ModelLatency p50"] = FakeCloudWatch.Result(null, StatusCode.Complete, (T0, double.NaN), (T1, double.PositiveInfinity));

        Assert.All((await ReadAsync()).Windows, window => Assert.Null(window.LatencyP50));
    }

    [Fact]
    public async Task Read_SeveralPages_AreOneAnswer()
    {
        var cloudWatch = new FakeCloudWatch(request =>
        {
            var first = request.NextToken is null;
            var response = Answer(request);
            foreach (var result in response.MetricDataResults!)
            {
                var kept = first ? 0 : 1;
                result.StatusCode = first ? StatusCode.PartialData : StatusCode.Complete;
                (result.Timestamps, result.Values) = ([result.Timestamps![kept]], [result.Values![kept]]);
            }

            response.NextToken = first ? "more" : null;
            return response;
        });

        using var source = new CloudWatchMetricSource(cloudWatch);
        var answer = Assert.Single(await source.ReadAsync([Request], CancellationToken.None));

        Assert.Equal((2, null), (answer.Windows.Count, answer.Problem));
        Assert.Equal([null, "more"], cloudWatch.Requests.Select(request => request.NextToken));
    }

    [Fact]
    public async Task Read_SpanOffTheGrid_AsksOnTheGrid()
    {
        var cloudWatch = new FakeCloudWatch(Answer);
        using var source = new CloudWatchMetricSource(cloudWatch);

        await source.ReadAsync([Request with { From = T0.AddSeconds(7), To = T1.AddSeconds(7) }], CancellationToken.None);

        var call = Assert.Single(cloudWatch.Requests);
        Assert.Equal((T0.UtcDateTime, T1.AddMinutes(1).UtcDateTime), (call.StartTime, call.EndTime));
        Assert.All(call.MetricDataQueries!, query => Assert.Equal(
            ["EndpointName=e", "VariantName=v"], query.MetricStat!.Metric!.Dimensions!.Select(d => $"{d.Name}={d.Value}")));
    }

    [Fact]
    public async Task Read_ThousandVariants_TakesSeventeenCallsAtMostFourAtATime()
    {
        var gate = new TaskCompletionSource();
        var arrived = 0;
        var cloudWatch = new FakeCloudWatch(async request =>
        {
            if (Interlocked.Increment(ref arrived) == 4)
            {
                gate.SetResult();
            }

            await gate.Task;
            return Answer(request);
        });
        using var source = new CloudWatchMetricSource(cloudWatch);
        var requests = Enumerable.Range(0, 1_000).Select(i => Request with { Variant = $"v{i}", From = T0.AddSeconds(i % 60) }).ToList();

        var answers = await source.ReadAsync(requests, CancellationToken.None);

        Assert.Equal(requests, answers.Select(answer => answer.Request));
        Assert.All(answers, answer => Assert.Equal(2, answer.Windows.Count));
        Assert.Equal(17, cloudWatch.Requests.Count);
        Assert.All(cloudWatch.Requests, call => Assert.InRange(call.MetricDataQueries!.Count, 1, 500));
        Assert.Equal(4, cloudWatch.MostInFlight);
    }

    [Fact]
    public async Task ReadInParts_OneCallHangs_TheOtherIsAnsweredAtOnce()
    {
        var slow = new TaskCompletionSource();
        var cloudWatch = new FakeCloudWatch(async request =>
        {
            if (request.MetricDataQueries!.Count < 100)
            {
                await slow.Task;
            }

            return Answer(request);
        });
        using var source = new CloudWatchMetricSource(cloudWatch);

        await using var parts = source.ReadInPartsAsync([.. Enumerable.Repeat(Request, 70)], CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await parts.MoveNextAsync());
        Assert.Equal(62, parts.Current.Count);

        slow.SetResult();
        Assert.True(await parts.MoveNextAsync());
        Assert.Equal(8, parts.Current.Count);
        Assert.False(await parts.MoveNextAsync());
    }

    [Fact]
    public async Task Read_OneCallOfTwoFails_LosesOnlyThatCallsVariants()
    {
        var cloudWatch = new FakeCloudWatch(request => request.MetricDataQueries!.Count < 100 ? throw Throttled() : Answer(request));
        using var source = new CloudWatchMetricSource(cloudWatch);

        var answers = await source.ReadAsync([.. Enumerable.Repeat(Request, 70)], CancellationToken.None);

        Assert.Equal(62, answers.Count(answer => answer.Problem is null && answer.Windows.Count == 2));
        Assert.All(answers.Where(answer => answer.Windows.Count == 0), answer => Assert.Contains("Rate exceeded", answer.Problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_NothingReadable_IsAnError()
    {
        using var source = new CloudWatchMetricSource(new FakeCloudWatch((Func<GetMetricDataRequest, GetMetricDataResponse>)(_ => throw Throttled())));

        var error = await Assert.ThrowsAsync<CloudException>(() => source.ReadAsync([Request], CancellationToken.None));

        Assert.Equal(CloudFailure.Throttled, error.Failure);
    }

    [Fact]
    public async Task Read_NothingAsked_MakesNoCall()
    {
        var cloudWatch = new FakeCloudWatch(Answer);
        using var source = new CloudWatchMetricSource(cloudWatch);

        Assert.Empty(await source.ReadAsync([], CancellationToken.None));
        Assert.Empty(cloudWatch.Requests);
    }

    private static AmazonServiceException Throttled() =>
        new("Rate exceeded", ErrorType.Sender, "ThrottlingException", "r", System.Net.HttpStatusCode.BadRequest);

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private async Task<MetricAnswer> ReadAsync(MetricRequest? request = null)
    {
        using var source = new CloudWatchMetricSource(new FakeCloudWatch(Answer));
        return Assert.Single(await source.ReadAsync([request ?? Request], CancellationToken.None));
    }

    private GetMetricDataResponse Answer(GetMetricDataRequest request) => new()
    {
        MetricDataResults =
        [
            .. request.MetricDataQueries!.Select(query =>
            {
                var told = _results[$"{query.MetricStat!.Metric!.MetricName} {query.MetricStat.Stat}"];
                return new MetricDataResult { Id = query.Id, StatusCode = told.StatusCode, Timestamps = told.Timestamps, Values = told.Values };
            }),
        ],
    };
}
