using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class DeleteScalingPolicyRequest : AmazonWebServiceRequest
{
    [Required, Length(1, 1600), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? PolicyName { get; set; }

    [Required]
    public ServiceNamespace? ServiceNamespace { get; set; }

    [Required, Length(1, 1600), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? ResourceId { get; set; }

    [Required]
    public ScalableDimension? ScalableDimension { get; set; }
}

public sealed class DeleteScalingPolicyResponse : AmazonWebServiceResponse
{
}
