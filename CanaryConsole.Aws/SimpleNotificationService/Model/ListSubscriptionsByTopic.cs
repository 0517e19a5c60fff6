using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SimpleNotificationService.Model;

public sealed class ListSubscriptionsByTopicRequest : AmazonWebServiceRequest
{
    [Required]
    public string? TopicArn { get; set; }

    public string? NextToken { get; set; }
}

public sealed class ListSubscriptionsByTopicResponse : AmazonWebServiceResponse, IPagedResponse
{
    public List<Subscription>? Subscriptions { get; set; }

    public string? NextToken { get; set; }
}
