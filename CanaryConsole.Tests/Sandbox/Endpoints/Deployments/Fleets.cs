using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Endpoints;
using Model = CanaryConsole.Sandbox.Models.Model;

namespace CanaryConsole.Tests.Sandbox.Endpoints.Deployments;

/// <summary>Fleets and deployment configs for tests of the deployment alone.</summary>
internal static class Fleets
{
    public static Fleet Of(string config, int instances, bool starts = true)
    {
        var definition = new ProductionVariant { VariantName = "champion", ModelName = config, InitialInstanceCount = instances, InstanceType = "ml.m5.xlarge" };
        var model = new Model(new CreateModelRequest { ModelName = config }, default, Behaviour.Default with { Starts = starts });
        return new Fleet(
            new EndpointConfig(new CreateEndpointConfigRequest { EndpointConfigName = config, ProductionVariants = [definition] }, default),
            [Variant.Planned(definition, model)]);
    }

    public static DeploymentConfig BlueGreen(
        TrafficRoutingConfigType type, CapacitySize? canary = null, CapacitySize? linear = null, int wait = 60, int? termination = null, int? limit = null, params string[] alarms) => new()
        {
            BlueGreenUpdatePolicy = new BlueGreenUpdatePolicy
            {
                TrafficRoutingConfiguration = new TrafficRoutingConfig { Type = type, WaitIntervalInSeconds = wait, CanarySize = canary, LinearStepSize = linear },
                TerminationWaitInSeconds = termination,
                MaximumExecutionTimeoutInSeconds = limit,
            },
            AutoRollbackConfiguration = Watching(alarms),
        };

    public static DeploymentConfig Rolling(CapacitySize batch, CapacitySize? rollback = null, int wait = 60, int? limit = null, params string[] alarms) => new()
    {
        RollingUpdatePolicy = new RollingUpdatePolicy
        {
            MaximumBatchSize = batch,
            RollbackMaximumBatchSize = rollback,
            WaitIntervalInSeconds = wait,
            MaximumExecutionTimeoutInSeconds = limit,
        },
        AutoRollbackConfiguration = Watching(alarms),
    };

    public static CapacitySize Percent(int value) => new() { Type = CapacitySizeType.CAPACITY_PERCENT, Value = value };

    public static CapacitySize Instances(int value) => new() { Type = CapacitySizeType.INSTANCE_COUNT, Value = value };

    private static AutoRollbackConfig? Watching(string[] alarms) =>
        alarms.Length == 0 ? null : new AutoRollbackConfig { Alarms = [.. alarms.Select(name => new CanaryConsole.Aws.SageMaker.Model.Alarm { AlarmName = name })] };
}
