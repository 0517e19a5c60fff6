using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SimpleNotificationService.Model;

public sealed class UnsubscribeRequest : AmazonWebServiceRequest
{
    [Required]
    public string? SubscriptionArn { get; set; }
}

public sealed class UnsubscribeResponse : AmazonWebServiceResponse
{
}
