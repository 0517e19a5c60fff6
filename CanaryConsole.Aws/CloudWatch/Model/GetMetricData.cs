using Amazon.Runtime;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class GetMetricDataRequest : AmazonWebServiceRequest
{
    public List<MetricDataQuery>? MetricDataQueries { get; set; }

    public DateTime? StartTime { get; set; }

    public DateTime? EndTime { get; set; }

    public string? NextToken { get; set; }

    public ScanBy? ScanBy { get; set; }

    public int? MaxDatapoints { get; set; }

    public LabelOptions? LabelOptions { get; set; }
}

public sealed class GetMetricDataResponse : AmazonWebServiceResponse
{
    public List<MetricDataResult>? MetricDataResults { get; set; }

    public string? NextToken { get; set; }

    public List<MessageData>? Messages { get; set; }
}
