using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class DescribeScalingPoliciesRequest : AmazonWebServiceRequest
{
    [Items(max: 50), Length(1, 1600, Of = Part.Items)]
    [Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*", Of = Part.Items)]
    public List<string>? PolicyNames { get; set; }

    [Required]
    public ServiceNamespace? ServiceNamespace { get; set; }

    [Length(1, 1600), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? ResourceId { get; set; }

    public ScalableDimension? ScalableDimension { get; set; }

    public int? MaxResults { get; set; }

    [Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? NextToken { get; set; }
}

public sealed class DescribeScalingPoliciesResponse : AmazonWebServiceResponse, IPagedResponse
{
    public List<ScalingPolicy>? ScalingPolicies { get; set; }

    [Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? NextToken { get; set; }
}
