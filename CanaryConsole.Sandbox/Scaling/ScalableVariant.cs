using System.Diagnostics.CodeAnalysis;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;

namespace CanaryConsole.Sandbox.Scaling;

/// <summary>A variant whose instance count may be changed for it, within bounds.</summary>
internal sealed record ScalableVariant(string EndpointName, string VariantName, int Minimum, int Maximum, SuspendedState? Suspended, DateTimeOffset CreatedAt)
{
    public string ResourceId => $"endpoint/{EndpointName}/variant/{VariantName}";

    public string Arn => $"arn:aws:application-autoscaling:{Sandbox.Arn.Region}:{Sandbox.Arn.Account}:scalable-target/{StableId.Of(ResourceId):N}";

    /// <summary>Whether the bounds are new, so that the count has to be brought between them once.</summary>
    public bool HasNewBounds { get; init; } = true;

    public bool IsScaleOutSuspended => Suspended?.DynamicScalingOutSuspended == true;

    public bool IsScaleInSuspended => Suspended?.DynamicScalingInSuspended == true;

    /// <summary>The endpoint and the variant a resource id names: endpoint/NAME/variant/NAME.</summary>
    public static bool TryParse(string resourceId, [NotNullWhen(true)] out string? endpoint, [NotNullWhen(true)] out string? variant)
    {
        (endpoint, variant) = resourceId.Split('/') is ["endpoint", { Length: > 0 } first, "variant", { Length: > 0 } second] ? (first, second) : (null, null);
        return endpoint is not null && variant is not null;
    }
}
