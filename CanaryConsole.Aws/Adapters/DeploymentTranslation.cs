using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;

namespace CanaryConsole.Aws.Adapters;

/// <summary>A managed deployment in SageMaker's words: the configuration it brings in, and how it gets there.</summary>
internal static class DeploymentTranslation
{
    private const int MostTags = 50;

    /// <summary>The old configuration's copy, in which the variant keeps its name and gets another model and other instances.</summary>
    public static CreateEndpointConfigRequest Config(
        DescribeEndpointResponse endpoint, DescribeEndpointConfigResponse old, IEnumerable<Tag> oldTags, DeploymentOrder order)
    {
        var live = (endpoint.ProductionVariants ?? []).ToDictionary(variant => variant.VariantName ?? "", StringComparer.Ordinal);
        var variants = old.ProductionVariants ?? [];
        if (!variants.Exists(variant => variant.VariantName == order.VariantName))
        {
            throw new CloudException(
                CloudFailure.Invalid,
                $"Endpoint \"{order.Endpoint}\" has no variant \"{order.VariantName}\" in its configuration \"{old.EndpointConfigName}\" any more; a deployment by guardrails keeps the variants' names.");
        }

        return new CreateEndpointConfigRequest
        {
            EndpointConfigName = order.ConfigName,
            ProductionVariants = [.. variants.Select(variant => variant.VariantName == order.VariantName ? Exchanged(AsLive(variant, live), order) : AsLive(variant, live))],
            ShadowProductionVariants = old.ShadowProductionVariants is { Count: > 0 } shadows ? shadows : null,
            DataCaptureConfig = CaptureTranslation.Of(order.Capture, old.DataCaptureConfig),
            KmsKeyId = old.KmsKeyId,
            AsyncInferenceConfig = old.AsyncInferenceConfig,
            ExplainerConfig = old.ExplainerConfig,
            ExecutionRoleArn = old.ExecutionRoleArn,
            VpcConfig = old.VpcConfig,
            EnableNetworkIsolation = old.EnableNetworkIsolation,
            MetricsConfig = old.MetricsConfig,
            Tags = Tags(oldTags, order),
        };
    }

    public static DeploymentConfig Deployment(DeploymentOrder order)
    {
        var managed = order.Deployment;
        var config = new DeploymentConfig
        {
            AutoRollbackConfiguration = new AutoRollbackConfig { Alarms = [.. order.Alarms.Select(name => new Alarm { AlarmName = name })] },
        };
        if (managed.Kind is DeploymentKind.Rolling)
        {
            config.RollingUpdatePolicy = new RollingUpdatePolicy
            {
                MaximumBatchSize = Size(managed.BatchSize),
                RollbackMaximumBatchSize = Size(managed.RollbackBatchSize),
                WaitIntervalInSeconds = (int)managed.WaitInterval.TotalSeconds,
                MaximumExecutionTimeoutInSeconds = (int)managed.MaximumExecution.TotalSeconds,
            };
        }
        else
        {
            config.BlueGreenUpdatePolicy = new BlueGreenUpdatePolicy
            {
                TrafficRoutingConfiguration = new TrafficRoutingConfig
                {
                    Type = managed.Traffic switch
                    {
                        TrafficShift.Canary => TrafficRoutingConfigType.CANARY,
                        TrafficShift.Linear => TrafficRoutingConfigType.LINEAR,
                        _ => TrafficRoutingConfigType.ALL_AT_ONCE,
                    },
                    WaitIntervalInSeconds = (int)managed.WaitInterval.TotalSeconds,
                    CanarySize = managed.Traffic is TrafficShift.Canary ? Size(managed.StepSize) : null,
                    LinearStepSize = managed.Traffic is TrafficShift.Linear ? Size(managed.StepSize) : null,
                },
                TerminationWaitInSeconds = (int)managed.TerminationWait.TotalSeconds,
                MaximumExecutionTimeoutInSeconds = (int)managed.MaximumExecution.TotalSeconds,
            };
        }

        return config;
    }

    /// <summary>Back as fast as a whole fleet can come up: what is left behind is known to be worse.</summary>
    public static DeploymentConfig AllAtOnce() => new()
    {
        BlueGreenUpdatePolicy = new BlueGreenUpdatePolicy
        {
            TrafficRoutingConfiguration = new TrafficRoutingConfig { Type = TrafficRoutingConfigType.ALL_AT_ONCE, WaitIntervalInSeconds = 0 },
            TerminationWaitInSeconds = 0,
        },
    };

    private static ProductionVariant AsLive(ProductionVariant variant, Dictionary<string, ProductionVariantSummary> live)
    {
        if (live.TryGetValue(variant.VariantName ?? "", out var summary))
        {
            variant.InitialVariantWeight = summary.CurrentWeight ?? variant.InitialVariantWeight;
            if (variant.InitialInstanceCount is not null && summary.DesiredInstanceCount is > 0)
            {
                variant.InitialInstanceCount = summary.DesiredInstanceCount;
            }
        }

        return variant;
    }

    // Volume, image of the machine and reserved capacity belong to the instance type.
    private static ProductionVariant Exchanged(ProductionVariant variant, DeploymentOrder order)
    {
        if (variant.InstanceType?.Value != order.InstanceType)
        {
            (variant.VolumeSizeInGB, variant.InferenceAmiVersion, variant.CapacityReservationConfig) = (null, null, null);
        }

        variant.ModelName = order.ModelName;
        variant.InstanceType = ProductionVariantInstanceType.FindValue(order.InstanceType);
        variant.InitialInstanceCount = order.InstanceCount;
        return variant;
    }

    private static CapacitySize? Size(FleetSize? size) => size is null ? null : new CapacitySize
    {
        Type = size.Unit is FleetUnit.Percent ? CapacitySizeType.CAPACITY_PERCENT : CapacitySizeType.INSTANCE_COUNT,
        Value = size.Value,
    };

    private static List<Tag>? Tags(IEnumerable<Tag> oldTags, DeploymentOrder order)
    {
        // Amazon's own tags cannot be written by others. New ones come first, so that a full list loses an old tag and never a new one.
        var tags = order.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })
            .Concat(oldTags.Where(tag => tag.Key?.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) == false))
            .DistinctBy(tag => tag.Key)
            .Take(MostTags)
            .ToList();
        return tags.Count > 0 ? tags : null;
    }
}
