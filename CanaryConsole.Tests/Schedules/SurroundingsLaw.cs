using CanaryConsole.Core.Rollouts;
using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests.Schedules;

/// <summary>Whatever happened: capacity, scaling and tags are as they were, or on the variant that serves now.</summary>
internal sealed class SurroundingsLaw(ScheduleWorld world)
{
    private readonly string? _tags = Tags(world.Cloud);

    public void CheckRestored(RolloutPhase? ending)
    {
        // Nothing has happened yet, or a person has chosen to leave things as they are.
        if (ending is null || world.Store.Log.Any(stored => stored.Type == "restLeft"))
        {
            return;
        }

        var serving = ending is RolloutPhase.Completed ? SimulatedCloud.Challenger : SimulatedCloud.Champion;
        var instances = world.Cloud.Look(endpoint => endpoint.Variants.Where(variant => variant.Name == serving).Sum(variant => variant.DesiredInstanceCount));
        Laws.Require(instances >= SimulatedCloud.Instances, $"{serving} serves alone, with {instances} instances.");
        Laws.Require(ending is RolloutPhase.Completed || Tags(world.Cloud) == _tags, $"The endpoint's tags were {_tags} and are {Tags(world.Cloud)}.");
        if (!world.Plan.Scales)
        {
            return;
        }

        var targets = world.Cloud.Visit(sandbox => sandbox.Scaling.Targets.Select(target => (target, Policies: sandbox.Scaling.PoliciesOf(target).Count)).ToList());
        Laws.Require(targets.All(one => !one.target.IsScaleInSuspended && !one.target.IsScaleOutSuspended), $"Scaling is still suspended: {string.Join(", ", targets.Select(one => one.target.VariantName))}.");
        var scaled = targets.FirstOrDefault(one => one.target.VariantName == serving);
        Laws.Require(
            scaled is { target: { Minimum: SimulatedCloud.Instances, Maximum: SimulatedCloud.MostInstances }, Policies: 1 },
            $"{serving} serves, and scales {scaled.target?.Minimum} to {scaled.target?.Maximum} by {scaled.Policies} policies.");
    }

    private static string Tags(SimulatedCloud cloud) => cloud.Visit(sandbox => string.Join(
        ", ", (sandbox.Tags.GetValueOrDefault(Arn.Endpoint(SimulatedCloud.EndpointName)) ?? []).Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal)));
}
