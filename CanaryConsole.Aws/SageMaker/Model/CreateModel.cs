using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class CreateModelRequest : AmazonWebServiceRequest
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?")]
    public string? ModelName { get; set; }

    public ContainerDefinition? PrimaryContainer { get; set; }

    [Items(0, 15)]
    public List<ContainerDefinition>? Containers { get; set; }

    public InferenceExecutionConfig? InferenceExecutionConfig { get; set; }

    [Length(20, 2048), Pattern(@"arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+")]
    public string? ExecutionRoleArn { get; set; }

    [Items(0, 50)]
    public List<Tag>? Tags { get; set; }

    public VpcConfig? VpcConfig { get; set; }

    public bool? EnableNetworkIsolation { get; set; }
}

public sealed class CreateModelResponse : AmazonWebServiceResponse
{
    [Required, Length(20, 2048), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:model/.*")]
    public string? ModelArn { get; set; }
}
