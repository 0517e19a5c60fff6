using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>What UpdateEndpoint keeps of the variants that exist in the old config and in the new one.</summary>
internal static class RetainedProperties
{
    public static Fleet Keep(Fleet current, Fleet planned, UpdateEndpointRequest request)
    {
        if (request.RetainAllVariantProperties != true)
        {
            return planned;
        }

        var excluded = request.ExcludeRetainedVariantProperties?.Select(property => property.VariantPropertyType).ToList() ?? [];
        var keepsWeight = !excluded.Contains(VariantPropertyType.DesiredWeight);
        var keepsCount = !excluded.Contains(VariantPropertyType.DesiredInstanceCount);
        return planned.Each(variant => current.All.FirstOrDefault(old => old.Name == variant.Name) is { } old
            ? variant with
            {
                DesiredWeight = keepsWeight ? old.DesiredWeight : variant.DesiredWeight,
                DesiredInstanceCount = keepsCount && !variant.IsServerless && !old.IsServerless ? old.DesiredInstanceCount : variant.DesiredInstanceCount,
            }
            : variant);
    }
}
