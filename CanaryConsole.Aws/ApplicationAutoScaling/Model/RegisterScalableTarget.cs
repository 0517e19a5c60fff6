using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class RegisterScalableTargetRequest : AmazonWebServiceRequest
{
    [Required]
    public ServiceNamespace? ServiceNamespace { get; set; }

    [Required, Length(1, 1600), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? ResourceId { get; set; }

    [Required]
    public ScalableDimension? ScalableDimension { get; set; }

    public int? MinCapacity { get; set; }

    public int? MaxCapacity { get; set; }

    [Length(1, 1600), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? RoleARN { get; set; }

    public SuspendedState? SuspendedState { get; set; }

    [Length(1, 128, Of = Part.Keys), Length(0, 256, Of = Part.Values)]
    public Dictionary<string, string>? Tags { get; set; }
}

public sealed class RegisterScalableTargetResponse : AmazonWebServiceResponse
{
    [Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? ScalableTargetARN { get; set; }
}
