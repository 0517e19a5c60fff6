using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class ListDashboardsRequest : AmazonWebServiceRequest
{
    public string? DashboardNamePrefix { get; set; }

    public string? NextToken { get; set; }
}

public sealed class ListDashboardsResponse : AmazonWebServiceResponse, IPagedResponse
{
    public List<DashboardEntry>? DashboardEntries { get; set; }

    public string? NextToken { get; set; }
}
