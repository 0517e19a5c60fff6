using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Sandbox.Topics;

// What only other clients ask for: the console's own has no call that takes or gives one of these.
internal sealed class GetTopicAttributesRequest
{
    [Required]
    public string? TopicArn { get; set; }
}

internal sealed class SetTopicAttributesRequest
{
    [Required]
    public string? TopicArn { get; set; }

    [Required]
    public string? AttributeName { get; set; }

    public string? AttributeValue { get; set; }
}

internal sealed class GetSubscriptionAttributesRequest
{
    [Required]
    public string? SubscriptionArn { get; set; }
}

internal sealed class SetSubscriptionAttributesRequest
{
    [Required]
    public string? SubscriptionArn { get; set; }

    [Required]
    public string? AttributeName { get; set; }

    public string? AttributeValue { get; set; }
}

internal sealed class AttributesResponse
{
    public Dictionary<string, string>? Attributes { get; set; }
}
