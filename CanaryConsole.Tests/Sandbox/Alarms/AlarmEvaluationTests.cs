using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Alarms;
using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Tests.Sandbox.Alarms;

public sealed class AlarmEvaluationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    // CloudWatch's own table: 3 of 3 and 2 of 3 over a range of five, newest last; "retain" is the state before.
    [Theory]
    [InlineData(3, "0-X-X", "OK", "OK", "OK", "OK")]
    [InlineData(3, "0----", "OK", "OK", "OK", "OK")]
    [InlineData(3, "-----", "INSUFFICIENT_DATA", "retain", "ALARM", "OK")]
    [InlineData(3, "0XX-X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(3, "--X--", "ALARM", "retain", "ALARM", "OK")]
    [InlineData(2, "0-X-X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "00X0X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "0-X--", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "----0", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "---X-", "ALARM", "retain", "ALARM", "OK")]
    public void Judge_CloudWatchsTable_HoldsInEveryCell(int toAlarm, string range, string missing, string ignore, string breaching, string notBreaching)
    {
        Assert.Equal(
            (missing, ignore, breaching, notBreaching),
            (Judge(toAlarm, range, "missing"), Judge(toAlarm, range, "ignore"), Judge(toAlarm, range, "breaching"), Judge(toAlarm, range, "notBreaching")));
    }

    // A lone breaching datapoint is too young for an alarm: the next may be healthy.
    [Theory]
    [InlineData("----X", "retain")]
    [InlineData("---X-", "retain")]
    [InlineData("---X0", "OK")]
    [InlineData("--X-0", "OK")]
    [InlineData("XXX00", "OK")]
    [InlineData("00XXX", "ALARM")]
    public void Judge_PrematureAlarm_IsAvoided(string range, string expected) => Assert.Equal(expected, Judge(3, range, "missing"));

    [Theory]
    [InlineData("p99", 999, "retain")]
    [InlineData("p99", 1000, "ALARM")]
    [InlineData("p50", 19, "retain")]
    [InlineData("p50", 20, "ALARM")]
    [InlineData("p10", 99, "retain")]
    [InlineData("p10", 100, "ALARM")]
    public void Judge_PercentileOfFewSamples_IsIgnoredWhereTheAlarmSaysSo(string stat, long samples, string expected)
    {
        Assert.Equal(expected, Judge(1, "00XXX", "missing", stat, samples, lowSamples: "ignore"));
        Assert.Equal("ALARM", Judge(1, "00XXX", "missing", stat, samples, lowSamples: "evaluate"));
        Assert.Equal("ALARM", Judge(1, "00XXX", "missing", "Sum", samples, lowSamples: "ignore"));
    }

    [Theory]
    [InlineData("GreaterThanThreshold", 1, "OK")]
    [InlineData("GreaterThanOrEqualToThreshold", 1, "ALARM")]
    [InlineData("LessThanThreshold", 1, "OK")]
    [InlineData("LessThanOrEqualToThreshold", 1, "ALARM")]
    [InlineData("LessThanThreshold", 0.9, "ALARM")]
    [InlineData("GreaterThanThreshold", 1.1, "ALARM")]
    public void Judge_Comparison_IsAsNamed(string comparison, double value, string expected)
    {
        var alarm = Alarm(1, 1, "missing", "Sum", null);
        alarm.Definition.ComparisonOperator = new ComparisonOperator(comparison);

        Assert.Equal(expected, AlarmEvaluation.Judge(alarm, [new AlarmPoint(Noon, value, 1)]).State!.Value);
    }

    [Fact]
    public void Reason_OfAnAlarm_IsInCloudWatchsWords()
    {
        var alarm = Alarm(2, 3, "missing", "Sum", null);

        var verdict = AlarmEvaluation.Judge(alarm, Range("00X0X", 1));

        Assert.Equal(
            "Threshold Crossed: 2 out of the last 3 datapoints [2.0 (05/01/26 12:04:00), 2.0 (05/01/26 12:02:00)] were greater than the threshold (1.0)"
            + " (minimum 2 datapoints for OK -> ALARM transition).",
            AlarmReason.InWords(alarm, verdict));
        Assert.Equal(
            """{"version":"1.0","queryDate":"2026-01-05T12:05:00.000+0000","startDate":"2026-01-05T12:02:00.000+0000","statistic":"Sum","period":60,"recentDatapoints":[2,0,2],"threshold":1,"evaluatedDatapoints":[{"timestamp":"2026-01-05T12:04:00.000+0000","sampleCount":1,"value":2},{"timestamp":"2026-01-05T12:03:00.000+0000","sampleCount":1,"value":0},{"timestamp":"2026-01-05T12:02:00.000+0000","sampleCount":1,"value":2}]}""",
            AlarmReason.AsData(alarm, verdict, Noon.AddMinutes(5)));
    }

    [Theory]
    [InlineData("missing", "Insufficient Data: 3 datapoints were unknown.")]
    [InlineData("breaching", "Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints were treated as [Breaching].")]
    [InlineData("notBreaching", "Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints were treated as [NonBreaching].")]
    public void Reason_WithoutData_SaysSo(string treatment, string expected)
    {
        var alarm = Alarm(3, 3, treatment, "Sum", null);

        Assert.Equal(expected, AlarmReason.InWords(alarm, AlarmEvaluation.Judge(alarm, Range("-----", 1))));
    }

    private static string Judge(int toAlarm, string range, string missing, string stat = "Sum", long samples = 1, string? lowSamples = null) =>
        AlarmEvaluation.Judge(Alarm(toAlarm, toAlarm == 1 ? 1 : 3, missing, stat, lowSamples), Range(range, samples)).State?.Value ?? "retain";

    private static List<AlarmPoint> Range(string range, long samples) =>
        [.. range.Select((one, i) => new AlarmPoint(Noon.AddMinutes(i), one == '-' ? null : one == 'X' ? 2 : 0, samples))];

    private static Alarm Alarm(int toAlarm, int of, string missing, string stat, string? lowSamples)
    {
        var request = new PutMetricAlarmRequest
        {
            AlarmName = "a",
            Statistic = "Sum",
            DatapointsToAlarm = toAlarm,
            EvaluationPeriods = of,
            Threshold = 1,
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
            TreatMissingData = missing,
            EvaluateLowSampleCountPercentile = lowSamples,
        };
        Assert.True(CanaryConsole.Sandbox.Metrics.Statistic.TryParse(stat, out var statistic));
        return new Alarm(request, new AlarmSubject.Metric(new MetricQuery(new MetricId("", "", DimensionSet.Of()), TimeSpan.FromMinutes(1), statistic, null)), default);
    }
}
