using Amazon.Runtime;

namespace CanaryConsole.Aws.SimpleNotificationService.Model;

public sealed class ListTopicsRequest : AmazonWebServiceRequest
{
    public string? NextToken { get; set; }
}

public sealed class ListTopicsResponse : AmazonWebServiceResponse
{
    public List<Topic>? Topics { get; set; }

    public string? NextToken { get; set; }
}
