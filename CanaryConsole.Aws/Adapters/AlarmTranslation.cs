using System.Globalization;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Aws.Adapters;

/// <summary>The console's alarms in CloudWatch's words, and CloudWatch's in the console's.</summary>
internal static class AlarmTranslation
{
    /// <summary>A namespace into which nothing is ever published.</summary>
    private const string AbortNamespace = "CanaryConsole";

    private const string UtilizationNamespace = "/aws/sagemaker/Endpoints";

    private const int LongestDescription = 1024;

    /// <param name="topic">Where people are told; null for nowhere.</param>
    public static PutMetricAlarmRequest Request(GuardAlarm alarm, string? topic = null)
    {
        var request = new PutMetricAlarmRequest
        {
            AlarmName = alarm.Name,
            AlarmDescription = Description(alarm),
            ActionsEnabled = topic is not null && alarm.Notifies,
            AlarmActions = topic is not null && alarm.Notifies ? [topic] : null,
            EvaluationPeriods = alarm.EvaluationPeriods,
            DatapointsToAlarm = alarm.DatapointsToAlarm,
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
            TreatMissingData = "missing",
            Tags = [.. alarm.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })],
        };
        switch (alarm.Rule)
        {
            case AlarmRule.ErrorRate rate:
                request.Threshold = rate.Limit.Fraction;
                request.Metrics = ErrorRate(alarm, rate);
                break;
            case AlarmRule.ServerErrorRate rate:
                request.Threshold = rate.Limit.Fraction;
                request.Metrics = ServerErrorRate(alarm);
                break;
            case AlarmRule.Utilization use:
                request.Namespace = UtilizationNamespace;
                request.MetricName = use.Kind is UtilizationKind.Cpu ? "CPUUtilization" : "MemoryUtilization";
                request.Dimensions = Dimensions(alarm);
                request.Statistic = Statistic.Average;
                request.Period = Seconds(alarm.Period);
                request.Threshold = use.LimitPercent;
                break;
            case AlarmRule.Latency latency:
                request.Namespace = VariantMetric.Namespace;
                request.MetricName = VariantMetric.LatencyP99.MetricName;
                request.Dimensions = Dimensions(alarm);
                request.ExtendedStatistic = GuardAlarms.PercentileName(latency.Percentile);
                request.Period = Seconds(alarm.Period);
                request.Threshold = VariantMetric.Microseconds(latency.Limit);
                request.EvaluateLowSampleCountPercentile = "ignore";
                break;
            default:
                request.Namespace = AbortNamespace;
                request.MetricName = "Abort";
                request.Dimensions = [new Dimension { Name = "Rollout", Value = Limited(alarm.Name, 255) }];
                request.Statistic = Statistic.Sum;
                request.Period = Seconds(alarm.Period);
                request.Threshold = 0;
                // Nothing is ever measured here, and "ignore" leaves the alarm in the state a hand has put it in.
                request.TreatMissingData = "ignore";
                break;
        }

        return request;
    }

    public static AlarmFacts Facts(MetricAlarm alarm)
    {
        var metrics = alarm.Metrics?.Select(query => query.MetricStat).OfType<MetricStat>().ToList() ?? [];
        return new AlarmFacts(
            alarm.AlarmName ?? "",
            alarm.MetricName,
            alarm.ExtendedStatistic ?? alarm.Statistic?.Value,
            Comparison(alarm.ComparisonOperator),
            alarm.Threshold,
            TimeSpan.FromSeconds(alarm.Period ?? (metrics.Count > 0 ? metrics.Max(metric => metric.Period ?? 60) : 60)),
            alarm.EvaluationPeriods ?? 1,
            alarm.TreatMissingData switch
            {
                "ignore" => MissingData.Ignore,
                "breaching" => MissingData.Breaching,
                "notBreaching" => MissingData.NotBreaching,
                _ => MissingData.Missing,
            },
            new AlarmSighting(alarm.AlarmName ?? "", State(alarm.StateValue), Since(alarm), alarm.StateReason));
    }

    public static AlarmFacts Missing(string name) => new(
        name, null, null, AlarmComparison.Other, null, TimeSpan.FromMinutes(1), 1, MissingData.Missing, new AlarmSighting(name, AlarmState.Missing, null, null));

    /// <summary>A composite alarm has a state, and nothing the lint could judge.</summary>
    public static AlarmFacts Facts(CompositeAlarm alarm) => Missing(alarm.AlarmName ?? "") with
    {
        Seen = new AlarmSighting(alarm.AlarmName ?? "", State(alarm.StateValue), alarm.StateUpdatedTimestamp is null ? null : alarm.StateUpdatedTimestamp.ToOffset(), alarm.StateReason),
    };

    public static StateValue Value(AlarmState state) => state switch
    {
        AlarmState.Alarm => StateValue.ALARM,
        AlarmState.Ok => StateValue.OK,
        _ => StateValue.INSUFFICIENT_DATA,
    };

    // A model's own error may count in both metrics, so the greater of the two; a period with too few requests gives no datapoint.
    private static List<MetricDataQuery> ErrorRate(GuardAlarm alarm, AlarmRule.ErrorRate rate) =>
    [
        new MetricDataQuery
        {
            Id = "rate",
            Label = "error rate",
            Expression = string.Create(
                CultureInfo.InvariantCulture, $"IF(requests >= {Math.Max(1, rate.MinimumRequests)}, MAX([FILL(server, 0), FILL(model, 0)]) / requests)"),
            ReturnData = true,
        },
        Sum("requests", VariantMetric.Invocations, alarm),
        Sum("server", VariantMetric.ServerErrors, alarm),
        Sum("model", VariantMetric.ModelErrors, alarm),
    ];

    private static List<MetricDataQuery> ServerErrorRate(GuardAlarm alarm) =>
    [
        new MetricDataQuery { Id = "rate", Label = "5xx rate", Expression = "IF(requests > 0, FILL(server, 0) / requests)", ReturnData = true },
        Sum("requests", VariantMetric.Invocations, alarm),
        Sum("server", VariantMetric.ServerErrors, alarm),
    ];

    private static MetricDataQuery Sum(string id, VariantMetric metric, GuardAlarm alarm) => new()
    {
        Id = id,
        ReturnData = false,
        MetricStat = new MetricStat
        {
            Period = Seconds(alarm.Period),
            Stat = metric.Statistic,
            Metric = new Metric { Namespace = VariantMetric.Namespace, MetricName = metric.MetricName, Dimensions = Dimensions(alarm) },
        },
    };

    // A new fleet alone: while a guardrail deployment runs, SageMaker's metrics also name the configuration.
    private static List<Dimension> Dimensions(GuardAlarm alarm) =>
    [
        new Dimension { Name = "EndpointName", Value = alarm.Endpoint },
        new Dimension { Name = "VariantName", Value = alarm.Variant },
        .. alarm.ConfigName is { } config ? [new Dimension { Name = "EndpointConfigName", Value = config }] : Array.Empty<Dimension>(),
    ];

    private static string Description(GuardAlarm alarm) => Limited(
        alarm switch
        {
            { Guardrail: { } guardrail } => $"CanaryConsole: \"{guardrail}\" of the new fleet of {alarm.Endpoint}. Deleted with its rollout.",
            { ConfigName: null } => $"CanaryConsole: watches {alarm.Variant} of {alarm.Endpoint}. Deleted with the variant, or when its rollout goes back.",
            _ => $"CanaryConsole: set to ALARM by hand, this makes SageMaker roll back the deployment of {alarm.Endpoint}. Deleted with its rollout.",
        },
        LongestDescription);

    private static string Limited(string text, int most) => text.Length <= most ? text : text[..most];

    private static int Seconds(TimeSpan span) => (int)span.TotalSeconds;

    private static DateTimeOffset? Since(MetricAlarm alarm) =>
        (alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp) is { } since ? ((DateTime?)since).ToOffset() : null;

    private static AlarmState State(StateValue? value) => value?.Value switch
    {
        "OK" => AlarmState.Ok,
        "ALARM" => AlarmState.Alarm,
        _ => AlarmState.InsufficientData,
    };

    private static AlarmComparison Comparison(ComparisonOperator? comparison) => comparison?.Value switch
    {
        "GreaterThanThreshold" => AlarmComparison.GreaterThan,
        "GreaterThanOrEqualToThreshold" => AlarmComparison.GreaterThanOrEqual,
        "LessThanThreshold" => AlarmComparison.LessThan,
        "LessThanOrEqualToThreshold" => AlarmComparison.LessThanOrEqual,
        _ => AlarmComparison.Other,
    };
}
