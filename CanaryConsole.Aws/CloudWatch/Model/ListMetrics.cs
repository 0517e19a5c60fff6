using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class ListMetricsRequest : AmazonWebServiceRequest
{
    [Length(1, 255), Pattern(@"[^:].*")]
    public string? Namespace { get; set; }

    [Length(1, 255)]
    public string? MetricName { get; set; }

    [Items(max: 10)]
    public List<DimensionFilter>? Dimensions { get; set; }

    public string? NextToken { get; set; }

    public RecentlyActive? RecentlyActive { get; set; }

    public bool? IncludeLinkedAccounts { get; set; }

    [Length(1, 255)]
    public string? OwningAccount { get; set; }
}

public sealed class ListMetricsResponse : AmazonWebServiceResponse, IPagedResponse
{
    public List<Metric>? Metrics { get; set; }

    public string? NextToken { get; set; }

    [Length(1, 255, Of = Part.Items)]
    public List<string>? OwningAccounts { get; set; }
}
