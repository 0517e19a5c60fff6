using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMakerRuntime.Model;

public sealed class InvokeEndpointRequest : AmazonWebServiceRequest
{
    public string? EndpointName { get; set; }

    public MemoryStream? Body { get; set; }

    public string? ContentType { get; set; }

    public string? Accept { get; set; }

    public string? CustomAttributes { get; set; }

    public string? TargetModel { get; set; }

    public string? TargetVariant { get; set; }

    public string? TargetContainerHostname { get; set; }

    public string? InferenceId { get; set; }

    public string? EnableExplanations { get; set; }

    public string? InferenceComponentName { get; set; }

    public string? SessionId { get; set; }
}

public sealed class InvokeEndpointResponse : AmazonWebServiceResponse
{
    public MemoryStream? Body { get; set; }

    public string? ContentType { get; set; }

    public string? InvokedProductionVariant { get; set; }

    public string? CustomAttributes { get; set; }

    public string? NewSessionId { get; set; }

    public string? ClosedSessionId { get; set; }
}
