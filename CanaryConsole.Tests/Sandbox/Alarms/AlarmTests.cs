using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Alarms;
using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Tests.Sandbox.Alarms;

public sealed class AlarmTests
{
    private const string Prefix = "GraniteServiceVersion20100801.";
    private const string Topic = "arn:aws:sns:eu-central-1:123456789012:canaryconsole-alerts";

    [Theory]
    [InlineData("XX-", 2, 3, "missing", "ALARM")]
    [InlineData("000", 2, 3, "missing", "OK")]
    [InlineData("X00", 2, 3, "missing", "OK")]
    [InlineData("---", 2, 3, "missing", "INSUFFICIENT_DATA")]
    [InlineData("---", 2, 3, "breaching", "ALARM")]
    [InlineData("---", 2, 3, "notBreaching", "OK")]
    [InlineData("---", 2, 3, "ignore", "unchanged")]
    [InlineData("X--", 3, 3, "missing", "ALARM")]
    [InlineData("0--", 3, 3, "missing", "OK")]
    [InlineData("X--", 3, 3, "notBreaching", "OK")]
    [InlineData("X--", 3, 3, "ignore", "unchanged")]
    [InlineData("XXX", 3, 3, "ignore", "ALARM")]
    public void Evaluate_LastPeriods_GiveTheState(string periods, int toAlarm, int of, string missing, string expected)
    {
        var unchanged = new StateValue("unchanged");
        var alarm = Alarm(toAlarm, of, missing) with { State = unchanged };
        double?[] values = [.. periods.Select(one => one == '-' ? (double?)null : one == 'X' ? 2 : 0)];

        Assert.Equal(expected, AlarmEvaluation.Evaluate(alarm, values, default).State.Value);
    }

    [Fact]
    public void Alarm_ThatBreaches_FiresOnceAndTellsItsTopic()
    {
        var aws = new LocalAws();
        aws.Call($"{Prefix}PutMetricAlarm", Request("busy", threshold: 1));
        Assert.Equal(StateValue.INSUFFICIENT_DATA, Describe(aws).StateValue);

        aws.Time.Advance(TimeSpan.FromSeconds(60));
        var alarm = Describe(aws);
        Assert.Equal(StateValue.ALARM, alarm.StateValue);
        Assert.StartsWith("Threshold Crossed: ", alarm.StateReason, StringComparison.Ordinal);

        aws.Time.Advance(TimeSpan.FromSeconds(60));
        var published = aws.Simulation.Visit((world, _) => world.Topics.Published);
        var message = Assert.Single(published);
        Assert.Equal((Topic, "ALARM: \"busy\" in eu-central-1"), (message.TopicArn, message.Subject));
        Assert.Contains("\"NewStateValue\":\"ALARM\"", message.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SetAlarmState_ByHand_TellsTheTopicAndIsJudgedAnewAtTheNextPeriod()
    {
        var aws = new LocalAws();
        aws.Call($"{Prefix}PutMetricAlarm", Request("busy", threshold: 1_000_000));
        aws.Call($"{Prefix}SetAlarmState", new SetAlarmStateRequest { AlarmName = "busy", StateValue = StateValue.ALARM, StateReason = "abort" });
        Assert.Equal((StateValue.ALARM, "abort"), (Describe(aws).StateValue, Describe(aws).StateReason));
        Assert.Single(aws.Simulation.Visit((world, _) => world.Topics.Published));

        aws.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(StateValue.OK, Describe(aws).StateValue);
    }

    [Fact]
    public void DeleteAlarms_Deleted_IsNotDescribed()
    {
        var aws = new LocalAws();
        aws.Call($"{Prefix}PutMetricAlarm", Request("busy", threshold: 1));
        aws.Call($"{Prefix}DeleteAlarms", new DeleteAlarmsRequest { AlarmNames = ["busy"] });

        Assert.Empty(aws.Call<DescribeAlarmsResponse>($"{Prefix}DescribeAlarms", new DescribeAlarmsRequest()).MetricAlarms!);
        Assert.Equal("The alarm \"busy\" does not exist.", aws.Refused($"{Prefix}DeleteAlarms", new DeleteAlarmsRequest { AlarmNames = ["busy"] }));
    }

    [Fact]
    public void PutMetricAlarm_WhatCannotWork_IsRefused()
    {
        var aws = new LocalAws();
        var tooLong = Request("a", 1);
        (tooLong.Period, tooLong.EvaluationPeriods) = (3600, 25);
        Assert.Contains("more than a day", aws.Refused($"{Prefix}PutMetricAlarm", tooLong), StringComparison.Ordinal);

        var noThreshold = Request("a", 1);
        noThreshold.Threshold = null;
        Assert.Equal("The parameter Threshold is required.", aws.Refused($"{Prefix}PutMetricAlarm", noThreshold));

        var wrongTreatment = Request("a", 1);
        wrongTreatment.TreatMissingData = "pass";
        Assert.Equal(
            "The parameter TreatMissingData must be one of missing, ignore, breaching, notBreaching, but is \"pass\".",
            aws.Refused($"{Prefix}PutMetricAlarm", wrongTreatment));
    }

    private static MetricAlarm Describe(LocalAws aws) =>
        aws.Call<DescribeAlarmsResponse>($"{Prefix}DescribeAlarms", new DescribeAlarmsRequest { AlarmNames = ["busy"] }).MetricAlarms!.Single();

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

    private static Alarm Alarm(int toAlarm, int of, string missing)
    {
        Assert.True(CanaryConsole.Sandbox.Metrics.Statistic.TryParse("Sum", out var sum));
        var request = Request("a", 1);
        (request.DatapointsToAlarm, request.EvaluationPeriods, request.TreatMissingData) = (toAlarm, of, missing);
        return new Alarm(request, new MetricQuery(new MetricId("", "", DimensionSet.Of()), TimeSpan.FromSeconds(10), sum, Unit: null), default);
    }
}
