using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Scaling;

/// <summary>What an endpoint's update may not do to variants that are scaled automatically.</summary>
internal static class ScalingRules
{
    /// <summary>A scalable variant keeps its name and its instance type.</summary>
    public static void RefuseUpdate(World world, Endpoint endpoint, Fleet target)
    {
        var lost = endpoint.Variants
            .Where(variant => world.Scaling.TryFind($"endpoint/{endpoint.Name}/variant/{variant.Name}", out _))
            .Where(variant => target.Variants.FirstOrDefault(one => one.Name == variant.Name)?.Definition.InstanceType != variant.Definition.InstanceType)
            .Select(variant => variant.Name)
            .ToList();
        if (lost.Count > 0)
        {
            throw AwsErrorException.Validation(
                $"Variant(s) \"{string.Join(", ", lost)}\" configured for automatic scaling must be deregistered before the endpoint can be updated with the proposed endpoint configuration.");
        }
    }
}
