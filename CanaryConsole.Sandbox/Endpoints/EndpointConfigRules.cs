using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>What an endpoint config may describe.</summary>
internal static class EndpointConfigRules
{
    private static readonly int[] PublishFrequencies = [10, 30, 60, 120, 180, 240, 300];

    public static void Refuse(CreateEndpointConfigRequest request, World world)
    {
        var variants = Require.Present(request.ProductionVariants, "productionVariants");
        for (var i = 0; i < variants.Count; i++)
        {
            Refuse(variants[i], $"productionVariants.{i + 1}.member", world);
        }

        RefuseShadows(request, variants, world);
        var all = variants.Concat(request.ShadowProductionVariants ?? []).Select(variant => variant.VariantName).ToList();
        if (all.Distinct(StringComparer.Ordinal).Count() != all.Count)
        {
            throw AwsErrorException.Validation("Production variant names must be unique within an endpoint configuration.");
        }

        if (request.MetricsConfig?.MetricPublishFrequencyInSeconds is { } frequency && !PublishFrequencies.Contains(frequency))
        {
            throw AwsErrorException.Constraint(
                "metricsConfig.metricPublishFrequencyInSeconds", frequency, $"Member must satisfy enum value set: [{string.Join(", ", PublishFrequencies)}]");
        }
    }

    private static void RefuseShadows(CreateEndpointConfigRequest request, List<ProductionVariant> variants, World world)
    {
        if (request.ShadowProductionVariants is not { } shadows)
        {
            return;
        }

        for (var i = 0; i < shadows.Count; i++)
        {
            Refuse(shadows[i], $"shadowProductionVariants.{i + 1}.member", world);
        }

        if (shadows.Count != 1 || variants.Count != 1)
        {
            throw AwsErrorException.Validation(
                $"With ShadowProductionVariants, exactly one production variant and one shadow variant can be specified, but there are {variants.Count} and {shadows.Count}.");
        }

        if (shadows.Concat(variants).Any(variant => variant.ServerlessConfig is not null))
        {
            throw AwsErrorException.Validation("ShadowProductionVariants are not supported for serverless endpoints.");
        }
    }

    private static void Refuse(ProductionVariant variant, string member, World world)
    {
        world.Models.Find(Require.Name(variant.ModelName, $"{member}.modelName"));
        Require.Between(variant.InitialInstanceCount, $"{member}.initialInstanceCount", 1, 1000);
        if (variant.ServerlessConfig is { } serverless)
        {
            ServerlessRules.Refuse(serverless, variant);
        }
        else
        {
            Require.Present(variant.InstanceType, $"{member}.instanceType");
        }

        if (variant.InitialVariantWeight is { } weight && !(weight >= 0 && float.IsFinite(weight)))
        {
            throw AwsErrorException.Constraint($"{member}.initialVariantWeight", weight, "Member must have value greater than or equal to 0");
        }
    }
}
