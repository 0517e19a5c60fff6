using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DeleteModelRequest : AmazonWebServiceRequest
{
    public string? ModelName { get; set; }
}

public sealed class DeleteModelResponse : AmazonWebServiceResponse
{
}
