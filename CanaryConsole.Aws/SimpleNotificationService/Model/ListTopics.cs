using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SimpleNotificationService.Model;

public sealed class ListTopicsRequest : AmazonWebServiceRequest
{
    public string? NextToken { get; set; }
}

public sealed class ListTopicsResponse : AmazonWebServiceResponse, IPagedResponse
{
    public List<Topic>? Topics { get; set; }

    public string? NextToken { get; set; }
}
