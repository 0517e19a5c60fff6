using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class DeleteDashboardsRequest : AmazonWebServiceRequest
{
    [Required]
    public List<string>? DashboardNames { get; set; }
}

public sealed class DeleteDashboardsResponse : AmazonWebServiceResponse
{
}
