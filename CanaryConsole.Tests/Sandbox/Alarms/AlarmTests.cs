using System.Text.Json;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests.Sandbox.Alarms;

public sealed class AlarmTests
{
    private const string Prefix = "GraniteServiceVersion20100801.";
    private const string Topic = "arn:aws:sns:eu-central-1:123456789012:canaryconsole-alerts";

    private readonly LocalAws _aws = new();

    [Fact]
    public void Alarm_ThatBreaches_FiresOnceAndTellsItsTopic()
    {
        Put(Request("busy", threshold: 1));
        Assert.Equal(StateValue.INSUFFICIENT_DATA, Describe("busy").StateValue);

        _aws.Time.Advance(TimeSpan.FromSeconds(60));
        var alarm = Describe("busy");
        Assert.Equal(StateValue.ALARM, alarm.StateValue);
        Assert.StartsWith("Threshold Crossed: 2 out of the last 2 datapoints [", alarm.StateReason, StringComparison.Ordinal);
        Assert.Contains("\"recentDatapoints\":[", alarm.StateReasonData, StringComparison.Ordinal);

        _aws.Time.Advance(TimeSpan.FromSeconds(60));
        var message = Assert.Single(_aws.Simulation.Visit((world, _) => world.Topics.Published));
        Assert.Equal((Topic, "ALARM: \"busy\" in EU (Frankfurt)"), (message.TopicArn, message.Subject));
        using var body = JsonDocument.Parse(message.Message);
        Assert.Equal("ALARM", body.RootElement.GetProperty("NewStateValue").GetString());
        Assert.Equal("INSUFFICIENT_DATA", body.RootElement.GetProperty("OldStateValue").GetString());
        Assert.Equal("SUM", body.RootElement.GetProperty("Trigger").GetProperty("Statistic").GetString());

    }

    [Fact]
    public void SetAlarmState_ByHand_TellsTheTopicAndLapsesAtTheNextEvaluation()
    {
        Put(Request("busy", threshold: 1_000_000));
        _aws.Call($"{Prefix}SetAlarmState", new SetAlarmStateRequest { AlarmName = "busy", StateValue = StateValue.ALARM, StateReason = "abort", StateReasonData = "{\"by\":\"hand\"}" });
        Assert.Equal((StateValue.ALARM, "abort", "{\"by\":\"hand\"}"), (Describe("busy").StateValue, Describe("busy").StateReason, Describe("busy").StateReasonData));
        Assert.Single(_aws.Simulation.Visit((world, _) => world.Topics.Published));

        _aws.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(StateValue.OK, Describe("busy").StateValue);
    }

    [Fact]
    public void Alarm_OfFiveMinutes_IsJudgedEveryMinuteOverTheFiveJustEnded()
    {
        var request = Request("long", threshold: 3);
        (request.Namespace, request.MetricName, request.Dimensions, request.Period, request.EvaluationPeriods) = ("Test", "m", [], 300, 1);
        Put(request);
        _aws.Time.Advance(TimeSpan.FromMinutes(6));
        PutMetric(4);
        Assert.Equal(StateValue.INSUFFICIENT_DATA, Describe("long").StateValue);

        _aws.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(StateValue.ALARM, Describe("long").StateValue);
    }

    [Fact]
    public void Alarm_OnMetricMath_WatchesTheOneThatReturnsData()
    {
        Put(Math("rate", "100 * errors / invocations", threshold: 50));
        _aws.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(StateValue.OK, Describe("rate").StateValue);

        Put(Math("rate", "invocations - errors", threshold: 50));
        _aws.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(StateValue.ALARM, Describe("rate").StateValue);
        Assert.Equal(3, Describe("rate").Metrics!.Count);
    }

    [Fact]
    public void Alarm_LateMetrics_AreJudgedFromFartherBack()
    {
        var aws = new LocalAws(options: new SandboxOptions { MetricLateness = TimeSpan.FromSeconds(15) });
        aws.Call($"{Prefix}PutMetricAlarm", Request("busy", threshold: 1));

        aws.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(StateValue.ALARM, aws.Call<DescribeAlarmsResponse>($"{Prefix}DescribeAlarms", new DescribeAlarmsRequest()).MetricAlarms!.Single().StateValue);
    }

    [Fact]
    public void DescribeAlarmHistory_TellsCreationStatesAndActions()
    {
        Put(Request("busy", threshold: 1));
        _aws.Time.Advance(TimeSpan.FromSeconds(60));
        Put(Request("busy", threshold: 1_000_000));
        _aws.Time.Advance(TimeSpan.FromSeconds(60));
        _aws.Call($"{Prefix}DeleteAlarms", new DeleteAlarmsRequest { AlarmNames = ["busy"] });

        var items = History(new DescribeAlarmHistoryRequest { AlarmName = "busy", ScanBy = ScanBy.TimestampAscending });
        Assert.Equal(
            [
                "Alarm \"busy\" created", "Alarm updated from INSUFFICIENT_DATA to ALARM", $"Successfully executed action {Topic}", "Alarm \"busy\" updated",
                "Alarm updated from ALARM to OK", "Alarm \"busy\" deleted",
            ],
            items.Select(item => item.HistorySummary));
        Assert.All(items, item => JsonDocument.Parse(item.HistoryData!).Dispose());
        Assert.Equal(["Alarm updated from ALARM to OK", "Alarm updated from INSUFFICIENT_DATA to ALARM"],
            History(new DescribeAlarmHistoryRequest { HistoryItemType = HistoryItemType.StateUpdate }).Select(item => item.HistorySummary));
        Assert.Equal("Alarm \"busy\" deleted", Assert.Single(History(new DescribeAlarmHistoryRequest { MaxRecords = 1 })).HistorySummary);
        Assert.Empty(History(new DescribeAlarmHistoryRequest { StartDate = _aws.Time.GetUtcNow().UtcDateTime.AddMinutes(1) }));
    }

    [Fact]
    public void DescribeAlarms_Filters_FindTheirs()
    {
        Put(Request("busy-1", threshold: 1));
        Put(Request("busy-2", threshold: 1_000_000));
        var silent = Request("silent", threshold: 1);
        silent.AlarmActions = [];
        Put(silent);
        _aws.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(["busy-1", "busy-2"], Names(new DescribeAlarmsRequest { AlarmNamePrefix = "busy" }));
        Assert.Equal(["busy-1", "silent"], Names(new DescribeAlarmsRequest { StateValue = StateValue.ALARM }));
        Assert.Equal(["busy-1", "busy-2"], Names(new DescribeAlarmsRequest { ActionPrefix = "arn:aws:sns" }));
        Assert.Equal(["silent"], Names(new DescribeAlarmsRequest { AlarmNames = ["silent", "none"] }));
        Assert.Empty(Names(new DescribeAlarmsRequest { AlarmTypes = [AlarmType.CompositeAlarm] }));
        Assert.Empty(Names(new DescribeAlarmsRequest { ParentsOfAlarmName = "silent" }));
        var page = _aws.Call<DescribeAlarmsResponse>($"{Prefix}DescribeAlarms", new DescribeAlarmsRequest { MaxRecords = 2 });
        Assert.Equal(["silent"], Names(new DescribeAlarmsRequest { MaxRecords = 2, NextToken = page.NextToken }));
    }

    [Fact]
    public void DisableAlarmActions_Disabled_MovesWithoutTelling()
    {
        Put(Request("busy", threshold: 1));
        _aws.Call($"{Prefix}DisableAlarmActions", new DeleteAlarmsRequest { AlarmNames = ["busy"] });

        _aws.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal((StateValue.ALARM, false), (Describe("busy").StateValue, Describe("busy").ActionsEnabled));
        Assert.Empty(_aws.Simulation.Visit((world, _) => world.Topics.Published));
    }

    [Fact]
    public void DeleteAlarms_Deleted_IsNotDescribed()
    {
        Put(Request("busy", threshold: 1));
        _aws.Call($"{Prefix}DeleteAlarms", new DeleteAlarmsRequest { AlarmNames = ["busy"] });

        Assert.Empty(Names(new DescribeAlarmsRequest()));
        Assert.Equal("The alarm \"busy\" does not exist.", _aws.Refused($"{Prefix}DeleteAlarms", new DeleteAlarmsRequest { AlarmNames = ["busy"] }));
    }

    [Fact]
    public void PutMetricAlarm_WhatCannotWork_IsRefused()
    {
        Assert.Contains("more than a day", Refused(request => (request.Period, request.EvaluationPeriods) = (600, 145)), StringComparison.Ordinal);
        Assert.Contains("more than a week", Refused(request => (request.Period, request.EvaluationPeriods) = (3600, 169)), StringComparison.Ordinal);
        Assert.Equal("The parameter Threshold is required.", Refused(request => request.Threshold = null));
        Assert.Equal(
            "The parameter TreatMissingData must be one of missing, ignore, breaching, notBreaching, but is \"pass\".", Refused(request => request.TreatMissingData = "pass"));
        Assert.Contains("Period must be 10, 20, 30", Refused(request => request.Period = 5), StringComparison.Ordinal);
        Assert.Contains("mutually exclusive", Refused(request => request.ExtendedStatistic = "p99"), StringComparison.Ordinal);
        Assert.Contains("only with a percentile", Refused(request => request.EvaluateLowSampleCountPercentile = "ignore"), StringComparison.Ordinal);
        Assert.Equal("Invalid arn syntax: mail me", Refused(request => request.AlarmActions = ["mail me"]));
        Assert.Contains("EvaluationPeriods", Refused(request => request.DatapointsToAlarm = 3), StringComparison.Ordinal);
        Assert.Contains("Anomaly detection", Refused(request => request.ThresholdMetricId = "ad"), StringComparison.Ordinal);
        Assert.Contains("must not be given", Refused(request => request.Metrics = Math("m", "errors", 1).Metrics), StringComparison.Ordinal);
        Assert.Contains("Composite alarms", _aws.Refused($"{Prefix}PutCompositeAlarm", new DeleteAlarmsRequest()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("errors +", "Error in expression 'e': Unexpected end of the expression.")]
    [InlineData("METRICS()", "Error in expression 'e': An alarm watches one time series, and it gives several.")]
    [InlineData("SUM(errors)", "Error in expression 'e': It gives one number: an expression must give a time series.")]
    public void PutMetricAlarm_ExpressionThatCannotBeWatched_IsRefused(string expression, string message) =>
        Assert.Equal(message, _aws.Refused($"{Prefix}PutMetricAlarm", Math("m", expression, 1)));

    [Fact]
    public void PutMetricAlarm_TwoThatReturnData_AreRefused()
    {
        var request = Math("m", "errors", 1);
        request.Metrics![1].ReturnData = true;

        Assert.Contains("but 2 do", _aws.Refused($"{Prefix}PutMetricAlarm", request), StringComparison.Ordinal);
    }

    private void Put(PutMetricAlarmRequest request) => _aws.Call($"{Prefix}PutMetricAlarm", request);

    private void PutMetric(double value) => _aws.Call($"{Prefix}PutMetricData", new PutMetricDataRequest
    {
        Namespace = "Test",
        MetricData = [new MetricDatum { MetricName = "m", Value = value }],
    });

    private string Refused(Action<PutMetricAlarmRequest> change)
    {
        var request = Request("a", 1);
        change(request);
        return _aws.Refused($"{Prefix}PutMetricAlarm", request);
    }

    private MetricAlarm Describe(string name) =>
        _aws.Call<DescribeAlarmsResponse>($"{Prefix}DescribeAlarms", new DescribeAlarmsRequest { AlarmNames = [name] }).MetricAlarms!.Single();

    private IEnumerable<string?> Names(DescribeAlarmsRequest request) =>
        _aws.Call<DescribeAlarmsResponse>($"{Prefix}DescribeAlarms", request).MetricAlarms!.Select(alarm => alarm.AlarmName);

    private List<AlarmHistoryItem> History(DescribeAlarmHistoryRequest request) =>
        _aws.Call<DescribeAlarmHistoryResponse>($"{Prefix}DescribeAlarmHistory", request).AlarmHistoryItems!;

    private static PutMetricAlarmRequest Request(string name, double threshold) => new()
    {
        AlarmName = name,
        AlarmActions = [Topic],
        Namespace = "AWS/SageMaker",
        MetricName = "Invocations",
        Dimensions = [new Dimension { Name = "EndpointName", Value = "media-ranker" }, new Dimension { Name = "VariantName", Value = "champion" }],
        Statistic = "Sum",
        Period = 10,
        EvaluationPeriods = 2,
        Threshold = threshold,
        ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
    };

    private static PutMetricAlarmRequest Math(string name, string expression, double threshold) => new()
    {
        AlarmName = name,
        EvaluationPeriods = 1,
        Threshold = threshold,
        ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
        Metrics = [new MetricDataQuery { Id = "e", Expression = expression }, Hidden("errors", "Invocation5XXErrors"), Hidden("invocations", "Invocations")],
    };

    private static MetricDataQuery Hidden(string id, string metric)
    {
        var query = LocalAws.Query(id, metric, "Sum");
        query.ReturnData = false;
        return query;
    }
}
