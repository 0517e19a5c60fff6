using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Endpoints.Deployments;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>A variant that serves, in the words of the wire.</summary>
internal static class VariantDescription
{
    public static ProductionVariantSummary Of(Variant variant, EndpointChange? change) => new()
    {
        VariantName = variant.Name,
        DeployedImages = Images(variant),
        CurrentWeight = variant.CurrentWeight,
        DesiredWeight = variant.DesiredWeight,
        CurrentInstanceCount = variant.IsServerless ? null : variant.CurrentInstanceCount,
        DesiredInstanceCount = variant.IsServerless ? null : variant.DesiredInstanceCount,
        VariantStatus = Status(variant, change),
        CurrentServerlessConfig = variant.CurrentServerless,
        DesiredServerlessConfig = variant.DesiredServerless,
        RoutingConfig = variant.Definition.RoutingConfig,
        ManagedInstanceScaling = variant.Definition.ManagedInstanceScaling,
    };

    public static List<DeployedImage> Images(Variant variant)
    {
        var image = variant.Model.Definition.PrimaryContainer?.Image ?? variant.Model.Definition.Containers?.FirstOrDefault()?.Image;
        return image is null ? [] : [new DeployedImage { SpecifiedImage = image, ResolutionTime = variant.Model.CreatedAt.UtcDateTime }];
    }

    private static List<ProductionVariantStatus>? Status(Variant variant, EndpointChange? change) => change switch
    {
        EndpointChange.Creation => Since(VariantStatus.Creating, change.StartedAt),
        EndpointChange.Shift when variant.Settled() != variant => Since(VariantStatus.Updating, change.StartedAt),
        EndpointChange.Deletion => Since(VariantStatus.Deleting, change.StartedAt),
        EndpointChange.Update { Deployment: { Stage.Kind: StageKind.DeletingOldFleet } deployment } => Since(VariantStatus.Deleting, deployment.StageStartedAt),
        EndpointChange.Update { Deployment: { Stage.Kind: StageKind.RestoringOldFleet } deployment } => Since(VariantStatus.Updating, deployment.StageStartedAt),
        _ => null,
    };

    private static List<ProductionVariantStatus> Since(VariantStatus status, DateTimeOffset since) =>
        [new ProductionVariantStatus { Status = status, StartTime = since.UtcDateTime }];
}
