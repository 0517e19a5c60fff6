using Amazon.Runtime;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class DescribeAlarmsRequest : AmazonWebServiceRequest
{
    public List<string>? AlarmNames { get; set; }

    public string? AlarmNamePrefix { get; set; }

    public List<string>? AlarmTypes { get; set; }

    public string? ChildrenOfAlarmName { get; set; }

    public string? ParentsOfAlarmName { get; set; }

    public StateValue? StateValue { get; set; }

    public string? ActionPrefix { get; set; }

    public int? MaxRecords { get; set; }

    public string? NextToken { get; set; }
}

public sealed class DescribeAlarmsResponse : AmazonWebServiceResponse
{
    public List<CompositeAlarm>? CompositeAlarms { get; set; }

    public List<MetricAlarm>? MetricAlarms { get; set; }

    public List<LogAlarm>? LogAlarms { get; set; }

    public string? NextToken { get; set; }
}
