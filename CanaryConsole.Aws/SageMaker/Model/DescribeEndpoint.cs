using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DescribeEndpointRequest : AmazonWebServiceRequest
{
    public string? EndpointName { get; set; }
}

public sealed class DescribeEndpointResponse : AmazonWebServiceResponse
{
    public string? EndpointName { get; set; }

    public string? EndpointArn { get; set; }

    public string? EndpointConfigName { get; set; }

    public List<ProductionVariantSummary>? ProductionVariants { get; set; }

    public DataCaptureConfigSummary? DataCaptureConfig { get; set; }

    public EndpointStatus? EndpointStatus { get; set; }

    public string? FailureReason { get; set; }

    public DateTime? CreationTime { get; set; }

    public DateTime? LastModifiedTime { get; set; }

    public DeploymentConfig? LastDeploymentConfig { get; set; }

    public AsyncInferenceConfig? AsyncInferenceConfig { get; set; }

    public PendingDeploymentSummary? PendingDeploymentSummary { get; set; }

    public ExplainerConfig? ExplainerConfig { get; set; }

    public List<ProductionVariantSummary>? ShadowProductionVariants { get; set; }

    public MetricsConfig? MetricsConfig { get; set; }
}
