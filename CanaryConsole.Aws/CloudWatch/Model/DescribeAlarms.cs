using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class DescribeAlarmsRequest : AmazonWebServiceRequest
{
    [Items(max: 100), Length(1, 255, Of = Part.Items)]
    public List<string>? AlarmNames { get; set; }

    [Length(1, 255)]
    public string? AlarmNamePrefix { get; set; }

    public List<AlarmType>? AlarmTypes { get; set; }

    [Length(1, 255)]
    public string? ChildrenOfAlarmName { get; set; }

    [Length(1, 255)]
    public string? ParentsOfAlarmName { get; set; }

    public StateValue? StateValue { get; set; }

    [Length(1, 1024)]
    public string? ActionPrefix { get; set; }

    [Between(1, 100)]
    public int? MaxRecords { get; set; }

    public string? NextToken { get; set; }
}

public sealed class DescribeAlarmsResponse : AmazonWebServiceResponse, IPagedResponse
{
    public List<CompositeAlarm>? CompositeAlarms { get; set; }

    public List<MetricAlarm>? MetricAlarms { get; set; }

    public List<LogAlarm>? LogAlarms { get; set; }

    public string? NextToken { get; set; }
}
