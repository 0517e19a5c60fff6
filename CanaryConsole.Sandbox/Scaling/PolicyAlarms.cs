using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Alarms;
using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Sandbox.Scaling;

/// <summary>The alarms of a policy: above the target in three minutes of three, below 90 % of it in fifteen of fifteen.</summary>
internal static class PolicyAlarms
{
    private const int Period = 60;
    private const int PeriodsHigh = 3;
    private const int PeriodsLow = 15;

    // As many minutes as metrics may be late.
    private const int PeriodsLate = 10;
    private const double LowShare = 0.9;

    public static void Put(TargetTrackingPolicy policy, World world, DateTimeOffset now)
    {
        AlarmOperations.Put(Request(policy, policy.HighAlarm, ComparisonOperator.GreaterThanThreshold, PeriodsHigh, policy.Target), world, now);
        if (policy.ScalesIn)
        {
            AlarmOperations.Put(Request(policy, policy.LowAlarm, ComparisonOperator.LessThanThreshold, PeriodsLow, policy.Target * LowShare), world, now);
        }
        else
        {
            Remove(world, [policy.LowAlarm]);
        }
    }

    public static void Remove(World world, IReadOnlyList<string> names)
    {
        var existing = world.Alarms.All.Select(alarm => alarm.Name).Intersect(names, StringComparer.Ordinal).ToList();
        if (existing.Count > 0)
        {
            world.Alarms.Delete(existing);
        }
    }

    /// <summary>
    /// What to scale out by: the newest minute. Or in: the highest of the minutes judged, to be careful. Null until there are as many minutes as the alarm judges,
    /// because an alarm that is new fires on the first of them.
    /// </summary>
    public static double? Value(TargetTrackingPolicy policy, bool isOut, World world, DateTimeOffset now)
    {
        var (ns, name, dimensions, statistic, unit) = Metric(policy);
        var query = QueryParser.Parse(ns, name, dimensions, Period, statistic, unit);
        var judged = isOut ? PeriodsHigh : PeriodsLow;
        var from = now - TimeSpan.FromSeconds(Period * (judged + PeriodsLate));
        var values = world.Metrics.Read(query, from, now, now).Select(point => point.Value).TakeLast(judged).ToList();
        return values.Count < judged ? null : isOut ? values[^1] : values.Max();
    }

    private static PutMetricAlarmRequest Request(TargetTrackingPolicy policy, string alarm, ComparisonOperator comparison, int periods, double threshold)
    {
        var (ns, name, dimensions, statistic, unit) = Metric(policy);
        return new PutMetricAlarmRequest
        {
            AlarmName = alarm,
            AlarmDescription = $"DO NOT EDIT OR DELETE. For TargetTrackingScaling policy {policy.Arn}.",
            AlarmActions = [policy.Arn],
            Namespace = ns,
            MetricName = name,
            Dimensions = dimensions,
            Statistic = IsPercentile(statistic) ? null : (Aws.CloudWatch.Statistic)statistic,
            ExtendedStatistic = IsPercentile(statistic) ? statistic : null,
            Unit = unit,
            Period = Period,
            EvaluationPeriods = periods,
            Threshold = threshold,
            ComparisonOperator = comparison,
        };
    }

    private static bool IsPercentile(string statistic) => statistic is ['p', >= '0' and <= '9', ..];

    private static (string Namespace, string Name, List<Dimension> Dimensions, string Statistic, StandardUnit? Unit) Metric(TargetTrackingPolicy policy) => policy.Definition.CustomizedMetricSpecification switch
    {
        { Metrics: [{ MetricStat: { Metric: { } metric } stat }] } =>
            (metric.Namespace!, metric.MetricName!, [.. (metric.Dimensions ?? []).Select(one => new Dimension { Name = one.Name, Value = one.Value })], stat.Stat!, stat.Unit is { } unit ? new StandardUnit(unit) : null),
        { } custom =>
            (custom.Namespace!, custom.MetricName!, [.. (custom.Dimensions ?? []).Select(one => new Dimension { Name = one.Name, Value = one.Value })], custom.Statistic!.Value, custom.Unit is { } unit ? new StandardUnit(unit) : null),
        null => (
            "AWS/SageMaker",
            "InvocationsPerInstance",
            [new Dimension { Name = "EndpointName", Value = policy.Variant.EndpointName }, new Dimension { Name = "VariantName", Value = policy.Variant.VariantName }],
            MetricStatistic.Sum.Value,
            null),
    };
}
