using Amazon.Runtime;

namespace CanaryConsole.Aws.SimpleNotificationService.Model;

public sealed class CreateTopicRequest : AmazonWebServiceRequest
{
    public string? Name { get; set; }

    public Dictionary<string, string>? Attributes { get; set; }

    public List<Tag>? Tags { get; set; }

    public string? DataProtectionPolicy { get; set; }
}

public sealed class CreateTopicResponse : AmazonWebServiceResponse
{
    public string? TopicArn { get; set; }
}
