using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMakerRuntime.Model;

public sealed class InvokeEndpointRequest : AmazonWebServiceRequest
{
    [Required, Length(max: 63), Pattern(@"^[a-zA-Z0-9](-*[a-zA-Z0-9])*")]
    public string? EndpointName { get; set; }

    [Required, Length(max: 6291456)]
    public MemoryStream? Body { get; set; }

    [Length(max: 1024), Pattern(@"\p{ASCII}*")]
    public string? ContentType { get; set; }

    [Length(max: 1024), Pattern(@"\p{ASCII}*")]
    public string? Accept { get; set; }

    [Length(max: 1024), Pattern(@"\p{ASCII}*")]
    public string? CustomAttributes { get; set; }

    [Length(1, 1024), Pattern(@"\A\S[\p{Print}]*\z")]
    public string? TargetModel { get; set; }

    [Length(max: 63), Pattern(@"^[a-zA-Z0-9](-*[a-zA-Z0-9])*")]
    public string? TargetVariant { get; set; }

    [Length(max: 63), Pattern(@"^[a-zA-Z0-9](-*[a-zA-Z0-9])*")]
    public string? TargetContainerHostname { get; set; }

    [Length(1, 64), Pattern(@"\A\S[\p{Print}]*\z")]
    public string? InferenceId { get; set; }

    [Length(1, 64), Pattern(@".*")]
    public string? EnableExplanations { get; set; }

    [Length(max: 63), Pattern(@"^[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?$")]
    public string? InferenceComponentName { get; set; }

    [Length(max: 256), Pattern(@"^(NEW_SESSION)$|^[a-zA-Z0-9](-*[a-zA-Z0-9])*$")]
    public string? SessionId { get; set; }
}

public sealed class InvokeEndpointResponse : AmazonWebServiceResponse
{
    [Required, Length(max: 6291456)]
    public MemoryStream? Body { get; set; }

    [Length(max: 1024), Pattern(@"\p{ASCII}*")]
    public string? ContentType { get; set; }

    [Length(max: 1024), Pattern(@"\p{ASCII}*")]
    public string? InvokedProductionVariant { get; set; }

    [Length(max: 1024), Pattern(@"\p{ASCII}*")]
    public string? CustomAttributes { get; set; }

    [Length(max: 256), Pattern(@"^[a-zA-Z0-9](-*[a-zA-Z0-9])*;\sExpires=[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")]
    public string? NewSessionId { get; set; }

    [Length(max: 256), Pattern(@"^[a-zA-Z0-9](-*[a-zA-Z0-9])*$")]
    public string? ClosedSessionId { get; set; }
}
