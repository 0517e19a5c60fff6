using Amazon.Runtime;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class ListDashboardsRequest : AmazonWebServiceRequest
{
    public string? DashboardNamePrefix { get; set; }

    public string? NextToken { get; set; }
}

public sealed class ListDashboardsResponse : AmazonWebServiceResponse
{
    public List<DashboardEntry>? DashboardEntries { get; set; }

    public string? NextToken { get; set; }
}
