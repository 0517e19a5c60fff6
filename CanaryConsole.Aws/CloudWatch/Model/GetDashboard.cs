using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class GetDashboardRequest : AmazonWebServiceRequest
{
    [Required]
    public string? DashboardName { get; set; }
}

public sealed class GetDashboardResponse : AmazonWebServiceResponse
{
    public string? DashboardArn { get; set; }

    public string? DashboardBody { get; set; }

    public string? DashboardName { get; set; }
}
