using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Sandbox.Endpoints;

namespace CanaryConsole.Sandbox.State;

/// <summary>Writes a world down.</summary>
internal static class WorldRecording
{
    public static WorldRecord Of(World world) => new()
    {
        Version = WorldRecord.CurrentVersion,
        Models = [.. world.Models.All.Select(Record)],
        EndpointConfigs = [.. world.EndpointConfigs.All.Select(Record)],
        Endpoints = [.. world.Endpoints.All.Where(endpoint => endpoint.Status != EndpointStatus.Deleting).Select(Record)],
        PackageGroups =
        [
            .. world.Registry.Groups.Select(group =>
                new PackageGroupRecord(group.Name, group.Description, group.CreatedAt, group.ManagedConfiguration, group.LastVersion)),
        ],
        Packages = [.. world.Registry.Packages.Select(package => new PackageRecord(package.Description, package.CreatedAt, package.Making, package.ClientToken))],
        Tags = world.Tags,
        Experiments =
        [
            .. world.Experiments.All.Select(experiment => new InferenceExperimentRecord(
                experiment.Definition,
                experiment.Plan,
                experiment.Status.Value,
                experiment.StatusReason,
                experiment.CreatedAt,
                experiment.LastModifiedAt,
                experiment.CompletedAt)),
        ],
        Topics =
        [
            .. world.Topics.Arns.Select(world.Topics.Find).Select(topic => new TopicRecord(topic.Arn.Split(':')[^1], topic.DisplayName, topic.Subscriptions)),
        ],
        MessageIds = world.Topics.MessageIds,
        Dashboards = world.Dashboards.All,
        Alarms =
        [
            .. world.Alarms.All.Select(alarm => new AlarmRecord(
                alarm.Definition, alarm.ConfiguredAt, alarm.State.Value, alarm.StateReason, alarm.StateReasonData, alarm.StateUpdatedAt, alarm.StateChangedAt)),
        ],
        ScalableVariants =
        [
            .. world.Scaling.Targets.Select(target =>
                new ScalableVariantRecord(target.EndpointName, target.VariantName, target.Minimum, target.Maximum, target.Suspended, target.CreatedAt)),
        ],
        ScalingPolicies =
        [
            .. world.Scaling.Policies.Select(policy =>
                new ScalingPolicyRecord(policy.Name, policy.Variant.EndpointName, policy.Variant.VariantName, policy.Definition, policy.CreatedAt)),
        ],
    };

    private static ModelRecord Record(Models.Model model) => new(model.Definition, model.CreatedAt);

    private static ConfigRecord Record(EndpointConfig config) => new(config.Definition, config.CreatedAt);

    private static EndpointRecord Record(Endpoint endpoint) => new(
        endpoint.Name,
        Record(endpoint.Config),
        [.. endpoint.Fleet.All.Select(variant => variant.Model).DistinctBy(model => model.Name).Select(Record)],
        [.. endpoint.Fleet.All.Select(variant => new VariantRecord(variant.Name, variant.DesiredWeight, variant.DesiredInstanceCount))],
        endpoint.Status.Value,
        endpoint.Change is EndpointChange.Update,
        endpoint.FailureReason,
        endpoint.CreatedAt,
        endpoint.LastModifiedAt,
        endpoint.LastDeploymentConfig);
}
