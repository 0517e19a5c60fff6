using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SimpleNotificationService.Model;

public sealed class DeleteTopicRequest : AmazonWebServiceRequest
{
    [Required]
    public string? TopicArn { get; set; }
}

public sealed class DeleteTopicResponse : AmazonWebServiceResponse
{
}
