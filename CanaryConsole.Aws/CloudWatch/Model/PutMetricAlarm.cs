using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class PutMetricAlarmRequest : AmazonWebServiceRequest
{
    [Required, Length(1, 255)]
    public string? AlarmName { get; set; }

    [Length(0, 1024)]
    public string? AlarmDescription { get; set; }

    public bool? ActionsEnabled { get; set; }

    [Items(max: 5), Length(1, 1024, Of = Part.Items)]
    public List<string>? OKActions { get; set; }

    [Items(max: 5), Length(1, 1024, Of = Part.Items)]
    public List<string>? AlarmActions { get; set; }

    [Items(max: 5), Length(1, 1024, Of = Part.Items)]
    public List<string>? InsufficientDataActions { get; set; }

    [Length(1, 255)]
    public string? MetricName { get; set; }

    [Length(1, 255), Pattern(@"[^:].*")]
    public string? Namespace { get; set; }

    public Statistic? Statistic { get; set; }

    public string? ExtendedStatistic { get; set; }

    [Items(max: 30)]
    public List<Dimension>? Dimensions { get; set; }

    [Between(min: 1)]
    public int? Period { get; set; }

    public StandardUnit? Unit { get; set; }

    [Between(min: 1)]
    public int? EvaluationPeriods { get; set; }

    [Between(min: 1)]
    public int? DatapointsToAlarm { get; set; }

    public double? Threshold { get; set; }

    public ComparisonOperator? ComparisonOperator { get; set; }

    [Length(1, 255)]
    public string? TreatMissingData { get; set; }

    [Length(1, 255)]
    public string? EvaluateLowSampleCountPercentile { get; set; }

    public List<MetricDataQuery>? Metrics { get; set; }

    public List<Tag>? Tags { get; set; }

    [Length(1, 255)]
    public string? ThresholdMetricId { get; set; }

    public EvaluationWindow? EvaluationWindow { get; set; }

    public EvaluationCriteria? EvaluationCriteria { get; set; }

    [Between(10, 3600)]
    public int? EvaluationInterval { get; set; }
}

public sealed class PutMetricAlarmResponse : AmazonWebServiceResponse
{
}
