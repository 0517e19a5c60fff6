using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Endpoints;
using Endpoint = CanaryConsole.Sandbox.Endpoints.Endpoint;

namespace CanaryConsole.Sandbox.Experiments;

/// <summary>The endpoint configs that an experiment puts its endpoint on.</summary>
internal static class ExperimentConfigs
{
    private const int LongestName = 63;

    public static EndpointConfig Running(World world, Endpoint endpoint, string experiment, ExperimentPlan plan, DateTimeOffset now)
    {
        var definition = Beside(endpoint);
        definition.ProductionVariants = [Variant(plan.Source, 1)];
        definition.ShadowProductionVariants = [Variant(plan.Shadow, plan.SamplingPercentage / 100f)];
        if (plan.Storage is { } storage)
        {
            definition.DataCaptureConfig = new DataCaptureConfig
            {
                EnableCapture = true,
                InitialSamplingPercentage = 100,
                DestinationS3Uri = storage.Destination,
                KmsKeyId = storage.KmsKey,
                CaptureOptions = [new CaptureOption { CaptureMode = CaptureMode.Input }, new CaptureOption { CaptureMode = CaptureMode.Output }],
                CaptureContentTypeHeader = storage.ContentType,
            };
        }

        return Add(world, experiment, definition, now);
    }

    public static EndpointConfig Ended(World world, Endpoint endpoint, string experiment, ModelVariantConfig served, DateTimeOffset now)
    {
        var definition = Beside(endpoint);
        definition.ProductionVariants = [Variant(served, 1)];
        return Add(world, experiment, definition, now);
    }

    private static CreateEndpointConfigRequest Beside(Endpoint endpoint) => new()
    {
        MetricsConfig = endpoint.Config.Definition.MetricsConfig,
        DataCaptureConfig = endpoint.Config.Definition.DataCaptureConfig,
        KmsKeyId = endpoint.Config.Definition.KmsKeyId,
    };

    private static EndpointConfig Add(World world, string experiment, CreateEndpointConfigRequest definition, DateTimeOffset now)
    {
        for (var i = 1; ; i++)
        {
            var suffix = $"-EpConfig-{i}";
            var name = experiment[..Math.Min(experiment.Length, LongestName - suffix.Length)] + suffix;
            if (!world.EndpointConfigs.TryFind(name, out _))
            {
                definition.EndpointConfigName = name;
                var config = new EndpointConfig(definition, now);
                world.EndpointConfigs.Add(name, config);
                return config;
            }
        }
    }

    private static ProductionVariant Variant(ModelVariantConfig variant, float weight) => new()
    {
        VariantName = variant.VariantName,
        ModelName = variant.ModelName,
        InstanceType = variant.InfrastructureConfig!.RealTimeInferenceConfig!.InstanceType,
        InitialInstanceCount = variant.InfrastructureConfig.RealTimeInferenceConfig.InstanceCount,
        InitialVariantWeight = weight,
    };
}
