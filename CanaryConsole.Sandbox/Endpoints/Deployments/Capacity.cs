using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Endpoints.Deployments;

/// <summary>A CapacitySize against the instances of a fleet.</summary>
internal static class Capacity
{
    /// <summary>The size as a part, from 0 to 1, of the fleet's traffic.</summary>
    public static double Share(CapacitySize size, Fleet fleet)
    {
        if (size.Type != CapacitySizeType.INSTANCE_COUNT)
        {
            return size.Value!.Value / 100.0;
        }

        var instances = fleet.Variants.Sum(variant => variant.DesiredInstanceCount);
        return instances == 0 ? 1 : fleet.Variants.Sum(variant => Math.Min(size.Value!.Value, variant.DesiredInstanceCount)) / (double)instances;
    }

    /// <summary>The size as whole instances of a variant, at least one.</summary>
    public static int Instances(CapacitySize size, Variant variant) => size.Type == CapacitySizeType.INSTANCE_COUNT
        ? Math.Clamp(size.Value!.Value, 1, Math.Max(1, variant.DesiredInstanceCount))
        : Math.Max(1, variant.DesiredInstanceCount * size.Value!.Value / 100);
}
