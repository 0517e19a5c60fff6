using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>An endpoint in the words of the wire.</summary>
internal static class EndpointDescription
{
    public static DescribeEndpointResponse Of(Endpoint endpoint)
    {
        var definition = endpoint.Config.Definition;
        return new DescribeEndpointResponse
        {
            EndpointName = endpoint.Name,
            EndpointArn = endpoint.Arn,
            EndpointConfigName = endpoint.Config.Name,
            ProductionVariants = [.. endpoint.Variants.Select(variant => VariantDescription.Of(variant, endpoint.Change))],
            ShadowProductionVariants = endpoint.Fleet.ShadowVariant is { } shadow ? [VariantDescription.Of(shadow, endpoint.Change)] : null,
            DataCaptureConfig = Capture(definition.DataCaptureConfig),
            EndpointStatus = endpoint.Status,
            FailureReason = endpoint.FailureReason,
            CreationTime = endpoint.CreatedAt.UtcDateTime,
            LastModifiedTime = endpoint.LastModifiedAt.UtcDateTime,
            LastDeploymentConfig = endpoint.LastDeploymentConfig,
            AsyncInferenceConfig = definition.AsyncInferenceConfig,
            PendingDeploymentSummary = PendingDeploymentDescription.Of(endpoint),
            ExplainerConfig = definition.ExplainerConfig,
            MetricsConfig = definition.MetricsConfig,
        };
    }

    public static EndpointSummary Summary(Endpoint endpoint) => new()
    {
        EndpointName = endpoint.Name,
        EndpointArn = endpoint.Arn,
        CreationTime = endpoint.CreatedAt.UtcDateTime,
        LastModifiedTime = endpoint.LastModifiedAt.UtcDateTime,
        EndpointStatus = endpoint.Status,
    };

    private static DataCaptureConfigSummary? Capture(DataCaptureConfig? capture) => capture is null ? null : new DataCaptureConfigSummary
    {
        EnableCapture = capture.EnableCapture ?? false,
        CaptureStatus = capture.EnableCapture == true ? CaptureStatus.Started : CaptureStatus.Stopped,
        CurrentSamplingPercentage = capture.InitialSamplingPercentage,
        DestinationS3Uri = capture.DestinationS3Uri,
        KmsKeyId = capture.KmsKeyId,
    };
}
