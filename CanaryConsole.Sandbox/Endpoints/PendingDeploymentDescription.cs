using System.Globalization;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Endpoints.Deployments;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>The fleet that is being deployed, in the words of the wire.</summary>
internal static class PendingDeploymentDescription
{
    public static PendingDeploymentSummary? Of(Endpoint endpoint) => endpoint.Change switch
    {
        EndpointChange.Creation creation => Of(endpoint.Fleet, creation.StartedAt, 0, Status(VariantStatus.Creating, creation.StartedAt, null)),
        EndpointChange.Update { Deployment: var deployment } =>
            Of(deployment.NewNow, deployment.StartedAt, deployment.Stage.NewShare, Status(deployment)),
        _ => null,
    };

    private static PendingDeploymentSummary Of(Fleet fleet, DateTimeOffset since, double share, List<ProductionVariantStatus>? status) => new()
    {
        EndpointConfigName = fleet.Config.Name,
        StartTime = since.UtcDateTime,
        ProductionVariants = [.. fleet.Variants.Select(variant => Of(variant, share, status))],
        ShadowProductionVariants = fleet.ShadowVariant is { } shadow ? [Of(shadow, share, status)] : null,
    };

    // The current weight of a pending variant is the part of its weight that the fleet's share of the traffic makes of it.
    private static PendingProductionVariantSummary Of(Variant variant, double share, List<ProductionVariantStatus>? status) => new()
    {
        VariantName = variant.Name,
        DeployedImages = VariantDescription.Images(variant),
        CurrentWeight = (float)(variant.DesiredWeight * share),
        DesiredWeight = variant.DesiredWeight,
        CurrentInstanceCount = variant.IsServerless ? null : variant.CurrentInstanceCount,
        DesiredInstanceCount = variant.IsServerless ? null : variant.DesiredInstanceCount,
        InstanceType = variant.Definition.InstanceType,
        AcceleratorType = variant.Definition.AcceleratorType,
        VariantStatus = status,
        CurrentServerlessConfig = variant.CurrentServerless,
        DesiredServerlessConfig = variant.DesiredServerless,
        ManagedInstanceScaling = variant.Definition.ManagedInstanceScaling,
        RoutingConfig = variant.Definition.RoutingConfig,
    };

    private static List<ProductionVariantStatus>? Status(Deployment deployment)
    {
        var status = deployment.Stage.Kind switch
        {
            StageKind.Creating => VariantStatus.Creating,
            StageKind.ActivatingTraffic => VariantStatus.ActivatingTraffic,
            StageKind.Baking => VariantStatus.Baking,
            StageKind.DeletingNewFleet => VariantStatus.Deleting,
            StageKind.KeepingOldFleet or StageKind.DeletingOldFleet or StageKind.RestoringOldFleet => null,
        };
        var message = string.Create(CultureInfo.InvariantCulture, $"{deployment.Stage.NewShare * 100:0.#}% of the endpoint's traffic is on this fleet.");
        return status is null ? null : Status(status, deployment.StageStartedAt, message);
    }

    private static List<ProductionVariantStatus> Status(VariantStatus status, DateTimeOffset since, string? message) =>
        [new ProductionVariantStatus { Status = status, StartTime = since.UtcDateTime, StatusMessage = message }];
}
