using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class CreateEndpointConfigRequest : AmazonWebServiceRequest
{
    public string? EndpointConfigName { get; set; }

    public List<ProductionVariant>? ProductionVariants { get; set; }

    public DataCaptureConfig? DataCaptureConfig { get; set; }

    public List<Tag>? Tags { get; set; }

    public string? KmsKeyId { get; set; }

    public AsyncInferenceConfig? AsyncInferenceConfig { get; set; }

    public ExplainerConfig? ExplainerConfig { get; set; }

    public List<ProductionVariant>? ShadowProductionVariants { get; set; }

    public string? ExecutionRoleArn { get; set; }

    public VpcConfig? VpcConfig { get; set; }

    public bool? EnableNetworkIsolation { get; set; }

    public MetricsConfig? MetricsConfig { get; set; }
}

public sealed class CreateEndpointConfigResponse : AmazonWebServiceResponse
{
    public string? EndpointConfigArn { get; set; }
}
