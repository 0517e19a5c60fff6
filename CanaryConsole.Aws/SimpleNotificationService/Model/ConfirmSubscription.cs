using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SimpleNotificationService.Model;

public sealed class ConfirmSubscriptionRequest : AmazonWebServiceRequest
{
    [Required]
    public string? TopicArn { get; set; }

    [Required]
    public string? Token { get; set; }

    public string? AuthenticateOnUnsubscribe { get; set; }
}

public sealed class ConfirmSubscriptionResponse : AmazonWebServiceResponse
{
    public string? SubscriptionArn { get; set; }
}
