using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Sandbox.Alarms;
using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Experiments;
using CanaryConsole.Sandbox.Registry;
using CanaryConsole.Sandbox.Scaling;
using Model = CanaryConsole.Sandbox.Models.Model;

namespace CanaryConsole.Sandbox.State;

/// <summary>
/// Brings a world back. A change that was under way is settled, because time stood still: a creation starts over, weights and counts are as they
/// were wanted, a deletion is done, and an update to another config is given up for the config it came from, with the reason told.
/// </summary>
internal static class WorldRestoring
{
    public const string UpdateGivenUp = "The sandbox was stopped during the update; the endpoint is back on its former configuration.";

    public static void Restore(World world, WorldRecord record, DateTimeOffset now)
    {
        foreach (var model in record.Models)
        {
            world.Models.Add(model.Definition.ModelName!, Restored(model, world));
        }

        foreach (var config in record.EndpointConfigs)
        {
            world.EndpointConfigs.Add(config.Definition.EndpointConfigName!, new EndpointConfig(config.Definition, config.CreatedAt));
        }

        foreach (var endpoint in record.Endpoints)
        {
            world.Endpoints.Add(endpoint.Name, Restored(endpoint, world, now));
        }

        foreach (var group in record.PackageGroups)
        {
            world.Registry.Add(new PackageGroup(group.Name, group.Description, group.CreatedAt)
            {
                ManagedConfiguration = group.ManagedConfiguration,
                LastVersion = group.LastVersion,
            });
        }

        foreach (var package in record.Packages)
        {
            world.Registry.Add(new Package(package.Description, package.CreatedAt, package.Making) { ClientToken = package.ClientToken });
        }

        foreach (var (arn, tags) in record.Tags)
        {
            world.Tags[arn] = tags;
        }

        foreach (var kept in record.Topics)
        {
            var topic = world.Topics.Find(world.Topics.Create(kept.Name));
            topic.DisplayName = kept.DisplayName;
            topic.Subscriptions.AddRange(kept.Subscriptions);
        }

        world.Topics.MessageIds = record.MessageIds;
        foreach (var dashboard in record.Dashboards)
        {
            world.Dashboards.Put(dashboard);
        }
    }

    /// <summary>What watches and acts by itself comes back only when the world is in the present: the hour that is drawn again must move nothing.</summary>
    public static void RestoreWatchers(World world, WorldRecord record)
    {
        foreach (var alarm in record.Alarms)
        {
            world.Alarms.Put(AlarmRules.Check(alarm.Definition, world.Metrics, alarm.ConfiguredAt) with
            {
                State = alarm.State,
                StateReason = alarm.StateReason,
                StateReasonData = alarm.StateReasonData,
                StateUpdatedAt = alarm.StateUpdatedAt,
                StateChangedAt = alarm.StateChangedAt,
            });
        }

        foreach (var experiment in record.Experiments)
        {
            world.Experiments.Add(experiment.Definition.Name!, Restored(experiment));
        }

        foreach (var target in record.ScalableVariants)
        {
            world.Scaling.Put(new ScalableVariant(target.EndpointName, target.VariantName, target.Minimum, target.Maximum, target.Suspended, target.CreatedAt));
        }

        foreach (var policy in record.ScalingPolicies)
        {
            var target = world.Scaling.Targets.First(one => one.EndpointName == policy.EndpointName && one.VariantName == policy.VariantName);
            world.Scaling.Put(new TargetTrackingPolicy(policy.Name, target, policy.Definition, policy.CreatedAt));
        }
    }

    private static Model Restored(ModelRecord record, World world) => Model.Of(record.Definition, world, record.CreatedAt);

    // What moves an endpoint was given up with the endpoint's update: a start has failed, an update or a stop has not happened.
    private static Experiment Restored(InferenceExperimentRecord record) => record.Status switch
    {
        "Starting" => Kept(record, InferenceExperimentStatus.Cancelled, UpdateGivenUp, record.LastModifiedAt),
        "Updating" or "Stopping" => Kept(record, InferenceExperimentStatus.Running, record.StatusReason, null),
        var status => Kept(record, status, record.StatusReason, record.CompletedAt),
    };

    private static Experiment Kept(InferenceExperimentRecord record, InferenceExperimentStatus status, string? reason, DateTimeOffset? completedAt) =>
        Experiment.Kept(record.Definition, record.Plan, status, reason, record.CreatedAt, record.LastModifiedAt, completedAt);

    private static Endpoint Restored(EndpointRecord record, World world, DateTimeOffset now)
    {
        var models = new Named<Model>("model", Arn.Model);
        foreach (var model in record.Models)
        {
            models.Add(model.Definition.ModelName!, Restored(model, world));
        }

        var wanted = record.Variants.ToDictionary(variant => variant.Name);
        var fleet = Fleet.Planned(new EndpointConfig(record.Config.Definition, record.Config.CreatedAt), models).Each(variant =>
            wanted.TryGetValue(variant.Name, out var kept) ? variant with { DesiredWeight = kept.Weight, DesiredInstanceCount = kept.InstanceCount } : variant);
        if (record.Status == EndpointStatus.Creating.Value)
        {
            return Endpoint.Create(world.Options, record.Name, fleet, record.LastDeploymentConfig, now);
        }

        var isFailed = record.Status == EndpointStatus.Failed.Value;
        return Endpoint.Kept(
            world.Options,
            record.Name,
            fleet,
            isFailed ? EndpointStatus.Failed : EndpointStatus.InService,
            record.IsUpdating ? UpdateGivenUp : record.FailureReason,
            record.CreatedAt,
            record.LastModifiedAt,
            record.LastDeploymentConfig);
    }
}
