using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Alarms;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Endpoints.Deployments;

/// <summary>What a deployment config may ask for, given the fleets it moves between.</summary>
internal static class DeploymentRules
{
    private const string Config = "deploymentConfig";

    /// <summary>Features under which SageMaker ignores guardrails: it updates all at once, with no final bake.</summary>
    public static bool IsExcluded(Fleet old, Fleet target) => old.Variants.Concat(target.Variants).Any(variant =>
        variant.IsServerless
        || variant.Definition.AcceleratorType is not null
        || variant.Definition.InstanceType?.Value.StartsWith("ml.inf1.", StringComparison.Ordinal) == true
        || IsFromMarketplace(variant));

    public static void Refuse(DeploymentConfig? config, Fleet? old, Fleet target, AlarmCatalog alarms)
    {
        if (config is null)
        {
            return;
        }

        if (config is { BlueGreenUpdatePolicy: not null, RollingUpdatePolicy: not null })
        {
            throw AwsErrorException.Validation("Only one update policy can be used in the deployment configuration: BlueGreenUpdatePolicy or RollingUpdatePolicy.");
        }

        RefuseAlarms(config, alarms);
        if (old is not null && !Names(old).SetEquals(Names(target)))
        {
            throw AwsErrorException.Validation(
                $"The variant names of the new endpoint configuration \"{target.Config.Arn}\" must be the same as those of the endpoint's current configuration"
                + $" when a DeploymentConfig is specified: {Listed(target)} instead of {Listed(old)}.");
        }

        if (config.BlueGreenUpdatePolicy is { } blueGreen)
        {
            Refuse(blueGreen, target);
        }

        if (config.RollingUpdatePolicy is { } rolling)
        {
            Refuse(rolling, old, target);
        }
    }

    private static void RefuseAlarms(DeploymentConfig config, AlarmCatalog alarms)
    {
        if (config.AutoRollbackConfiguration?.Alarms is not { } watched)
        {
            return;
        }

        var unknown = watched.Select(alarm => Require.Present(alarm.AlarmName, $"{Config}.autoRollbackConfiguration.alarms.1.member.alarmName"))
            .Except(alarms.All.Select(alarm => alarm.Name), StringComparer.Ordinal)
            .ToList();
        if (unknown.Count > 0)
        {
            throw AwsErrorException.Validation($"The CloudWatch alarm(s) \"{string.Join(", ", unknown)}\" in AutoRollbackConfiguration do not exist in this account and region.");
        }
    }

    private static void Refuse(BlueGreenUpdatePolicy policy, Fleet target)
    {
        const string Routing = $"{Config}.blueGreenUpdatePolicy.trafficRoutingConfiguration";
        var routing = Require.Present(policy.TrafficRoutingConfiguration, Routing);
        var type = Require.Present(routing.Type, $"{Routing}.type");
        Step(routing.CanarySize, $"{Routing}.canarySize", "CanarySize", type == TrafficRoutingConfigType.CANARY, 1, target);
        Step(routing.LinearStepSize, $"{Routing}.linearStepSize", "LinearStepSize", type == TrafficRoutingConfigType.LINEAR, 10, target);
    }

    private static void Step(CapacitySize? size, string path, string name, bool isWanted, int atLeast, Fleet target)
    {
        if (isWanted)
        {
            Size(Require.Present(size, path), path, name, atLeast, 50, target);
        }
        else if (size is not null)
        {
            throw AwsErrorException.Validation($"{name} can only be specified for the traffic routing type that uses it.");
        }
    }

    private static void Refuse(RollingUpdatePolicy policy, Fleet? old, Fleet target)
    {
        const string Member = $"{Config}.rollingUpdatePolicy";
        foreach (var fleet in old is null ? [target] : new[] { old, target })
        {
            if (fleet.Variants.Count > 1)
            {
                throw AwsErrorException.Validation("RollingUpdatePolicy is not supported for multi-variant endpoints.");
            }

            if (fleet.Variants[0].IsServerless)
            {
                throw AwsErrorException.Validation("RollingUpdatePolicy is not supported for serverless endpoints.");
            }
        }

        Size(Require.Present(policy.MaximumBatchSize, $"{Member}.maximumBatchSize"), $"{Member}.maximumBatchSize", "MaximumBatchSize", 5, 50, target);
        if (policy.RollbackMaximumBatchSize is { } rollback)
        {
            Size(rollback, $"{Member}.rollbackMaximumBatchSize", "RollbackMaximumBatchSize", 1, 100, old ?? target);
        }
    }

    private static void Size(CapacitySize size, string path, string name, int atLeast, int atMost, Fleet fleet)
    {
        var type = Require.Present(size.Type, $"{path}.type");
        if (size.Value is not { } value)
        {
            throw AwsErrorException.Constraint($"{path}.value", null, "Member must not be null");
        }

        foreach (var variant in fleet.Variants)
        {
            var percent = type == CapacitySizeType.CAPACITY_PERCENT ? value : 100.0 * value / Math.Max(1, variant.DesiredInstanceCount);
            if (percent < atLeast || percent > atMost)
            {
                throw AwsErrorException.Validation(
                    $"{name} of {value} ({type}) must be from {atLeast}% to {atMost}% of the total instance count of variant \"{variant.Name}\", which is {variant.DesiredInstanceCount}.");
            }
        }
    }

    // A package of another account was bought, not built.
    private static bool IsFromMarketplace(Variant variant) => (variant.Model.Definition.PrimaryContainer is { } primary ? [primary] : variant.Model.Definition.Containers ?? [])
        .Any(container => container.ModelPackageName is { } package
            && package.StartsWith("arn:", StringComparison.Ordinal)
            && !package.Contains($":{Arn.Account}:", StringComparison.Ordinal));

    private static HashSet<string> Names(Fleet fleet) => [.. fleet.Variants.Select(variant => variant.Name)];

    private static string Listed(Fleet fleet) => $"[{string.Join(", ", fleet.Variants.Select(variant => variant.Name))}]";
}
