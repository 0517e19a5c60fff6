using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DescribeEndpointConfigRequest : AmazonWebServiceRequest
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointConfigName { get; set; }
}

public sealed class DescribeEndpointConfigResponse : AmazonWebServiceResponse
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointConfigName { get; set; }

    [Required, Length(20, 2048), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:endpoint-config/.*")]
    public string? EndpointConfigArn { get; set; }

    [Required, Items(1, 10)]
    public List<ProductionVariant>? ProductionVariants { get; set; }

    public DataCaptureConfig? DataCaptureConfig { get; set; }

    [Length(0, 2048), Pattern(@"[a-zA-Z0-9:/_-]*")]
    public string? KmsKeyId { get; set; }

    [Required]
    public DateTime? CreationTime { get; set; }

    public AsyncInferenceConfig? AsyncInferenceConfig { get; set; }

    public ExplainerConfig? ExplainerConfig { get; set; }

    [Items(1, 10)]
    public List<ProductionVariant>? ShadowProductionVariants { get; set; }

    [Length(20, 2048), Pattern(@"arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+")]
    public string? ExecutionRoleArn { get; set; }

    public VpcConfig? VpcConfig { get; set; }

    public bool? EnableNetworkIsolation { get; set; }

    public MetricsConfig? MetricsConfig { get; set; }
}
