using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class PutDashboardRequest : AmazonWebServiceRequest
{
    [Required]
    public string? DashboardName { get; set; }

    [Required]
    public string? DashboardBody { get; set; }

    public List<Tag>? Tags { get; set; }
}

public sealed class PutDashboardResponse : AmazonWebServiceResponse
{
    public List<DashboardValidationMessage>? DashboardValidationMessages { get; set; }
}
