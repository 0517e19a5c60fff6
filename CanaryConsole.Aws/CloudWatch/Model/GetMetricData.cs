using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class GetMetricDataRequest : AmazonWebServiceRequest
{
    [Required]
    public List<MetricDataQuery>? MetricDataQueries { get; set; }

    [Required]
    public DateTime? StartTime { get; set; }

    [Required]
    public DateTime? EndTime { get; set; }

    public string? NextToken { get; set; }

    public ScanBy? ScanBy { get; set; }

    public int? MaxDatapoints { get; set; }

    public LabelOptions? LabelOptions { get; set; }
}

public sealed class GetMetricDataResponse : AmazonWebServiceResponse, IPagedResponse
{
    public List<MetricDataResult>? MetricDataResults { get; set; }

    public string? NextToken { get; set; }

    public List<MessageData>? Messages { get; set; }
}
