using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class CreateModelRequest : AmazonWebServiceRequest
{
    public string? ModelName { get; set; }

    public ContainerDefinition? PrimaryContainer { get; set; }

    public List<ContainerDefinition>? Containers { get; set; }

    public InferenceExecutionConfig? InferenceExecutionConfig { get; set; }

    public string? ExecutionRoleArn { get; set; }

    public List<Tag>? Tags { get; set; }

    public VpcConfig? VpcConfig { get; set; }

    public bool? EnableNetworkIsolation { get; set; }
}

public sealed class CreateModelResponse : AmazonWebServiceResponse
{
    public string? ModelArn { get; set; }
}
