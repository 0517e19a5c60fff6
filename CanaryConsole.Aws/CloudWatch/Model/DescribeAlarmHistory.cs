using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class DescribeAlarmHistoryRequest : AmazonWebServiceRequest
{
    [Length(1, 255)]
    public string? AlarmName { get; set; }

    [Length(1, 16)]
    public string? AlarmContributorId { get; set; }

    public List<AlarmType>? AlarmTypes { get; set; }

    public HistoryItemType? HistoryItemType { get; set; }

    public DateTime? StartDate { get; set; }

    public DateTime? EndDate { get; set; }

    [Between(1, 100)]
    public int? MaxRecords { get; set; }

    public string? NextToken { get; set; }

    public ScanBy? ScanBy { get; set; }
}

public sealed class DescribeAlarmHistoryResponse : AmazonWebServiceResponse, IPagedResponse
{
    public List<AlarmHistoryItem>? AlarmHistoryItems { get; set; }

    public string? NextToken { get; set; }
}
