using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>An endpoint in the words of the wire.</summary>
internal static class EndpointDescription
{
    public static DescribeEndpointResponse Of(Endpoint endpoint) => new()
    {
        EndpointName = endpoint.Name,
        EndpointArn = endpoint.Arn,
        EndpointConfigName = endpoint.Config.Name,
        ProductionVariants = [.. endpoint.Variants.Select(variant => Variant(variant, endpoint.Change))],
        EndpointStatus = endpoint.Status,
        FailureReason = endpoint.FailureReason,
        CreationTime = endpoint.CreatedAt.UtcDateTime,
        LastModifiedTime = endpoint.LastModifiedAt.UtcDateTime,
        LastDeploymentConfig = endpoint.LastDeploymentConfig,
        PendingDeploymentSummary = endpoint.Change is EndpointChange.Replacement replacement ? Pending(replacement) : null,
        MetricsConfig = endpoint.Config.Definition.MetricsConfig,
    };

    public static EndpointSummary Summary(Endpoint endpoint) => new()
    {
        EndpointName = endpoint.Name,
        EndpointArn = endpoint.Arn,
        CreationTime = endpoint.CreatedAt.UtcDateTime,
        LastModifiedTime = endpoint.LastModifiedAt.UtcDateTime,
        EndpointStatus = endpoint.Status,
    };

    private static ProductionVariantSummary Variant(Variant variant, EndpointChange? change) => new()
    {
        VariantName = variant.Name,
        DeployedImages = Images(variant),
        CurrentWeight = variant.CurrentWeight,
        DesiredWeight = variant.DesiredWeight,
        CurrentInstanceCount = variant.CurrentInstanceCount,
        DesiredInstanceCount = variant.DesiredInstanceCount,
        VariantStatus = Status(variant, change),
        RoutingConfig = variant.Definition.RoutingConfig,
        ManagedInstanceScaling = variant.Definition.ManagedInstanceScaling,
    };

    private static PendingDeploymentSummary Pending(EndpointChange.Replacement replacement) => new()
    {
        EndpointConfigName = replacement.Config.Name,
        StartTime = replacement.StartedAt.UtcDateTime,
        ProductionVariants =
        [
            .. replacement.Variants.Select(variant => new PendingProductionVariantSummary
            {
                VariantName = variant.Name,
                DeployedImages = Images(variant),
                CurrentWeight = variant.CurrentWeight,
                DesiredWeight = variant.DesiredWeight,
                CurrentInstanceCount = variant.CurrentInstanceCount,
                DesiredInstanceCount = variant.DesiredInstanceCount,
                InstanceType = variant.Definition.InstanceType,
                VariantStatus = [new ProductionVariantStatus { Status = VariantStatus.Creating, StartTime = replacement.StartedAt.UtcDateTime }],
            }),
        ],
    };

    private static List<ProductionVariantStatus>? Status(Variant variant, EndpointChange? change)
    {
        var status = change switch
        {
            EndpointChange.Creation => VariantStatus.Creating,
            EndpointChange.Shift when variant.Settled() != variant => VariantStatus.Updating,
            EndpointChange.Deletion => VariantStatus.Deleting,
            _ => null,
        };
        return status is null ? null : [new ProductionVariantStatus { Status = status, StartTime = change!.StartedAt.UtcDateTime }];
    }

    private static List<DeployedImage> Images(Variant variant)
    {
        var image = variant.Model.Definition.PrimaryContainer?.Image ?? variant.Model.Definition.Containers?.FirstOrDefault()?.Image;
        return image is null ? [] : [new DeployedImage { SpecifiedImage = image, ResolutionTime = variant.Model.CreatedAt.UtcDateTime }];
    }
}
