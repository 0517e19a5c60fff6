using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SimpleNotificationService.Model;

public sealed class CreateTopicRequest : AmazonWebServiceRequest
{
    [Required]
    public string? Name { get; set; }

    public Dictionary<string, string>? Attributes { get; set; }

    public List<Tag>? Tags { get; set; }

    public string? DataProtectionPolicy { get; set; }
}

public sealed class CreateTopicResponse : AmazonWebServiceResponse
{
    public string? TopicArn { get; set; }
}
