using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class DescribeScalableTargetsRequest : AmazonWebServiceRequest
{
    [Required]
    public ServiceNamespace? ServiceNamespace { get; set; }

    [Items(max: 50), Length(1, 1600, Of = Part.Items)]
    [Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*", Of = Part.Items)]
    public List<string>? ResourceIds { get; set; }

    public ScalableDimension? ScalableDimension { get; set; }

    public int? MaxResults { get; set; }

    [Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? NextToken { get; set; }
}

public sealed class DescribeScalableTargetsResponse : AmazonWebServiceResponse, IPagedResponse
{
    public List<ScalableTarget>? ScalableTargets { get; set; }

    [Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? NextToken { get; set; }
}
