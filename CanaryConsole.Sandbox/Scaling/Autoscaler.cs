using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Protocol;
using Endpoint = CanaryConsole.Sandbox.Endpoints.Endpoint;

namespace CanaryConsole.Sandbox.Scaling;

/// <summary>Reads the policies' alarms every minute and changes instance counts through the endpoints, one change at a time and none while an endpoint is updated.</summary>
internal static class Autoscaler
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static void Run(World world, DateTimeOffset now)
    {
        foreach (var target in world.Scaling.Targets.ToList())
        {
            if (!world.Endpoints.TryFind(target.EndpointName, out var endpoint)
                || endpoint.Variants.FirstOrDefault(one => one.Name == target.VariantName) is not { } variant)
            {
                continue;
            }

            if (world.Scaling.Activities.FirstOrDefault(activity => activity.IsInProgress && activity.Variant.ResourceId == target.ResourceId) is { } underway)
            {
                Finish(world, underway, endpoint, variant);
            }
            else if (target.HasNewBounds)
            {
                Bound(world, target, endpoint, variant, now);
            }
            else if (now.UtcTicks % Minute.Ticks == 0 && Wanted(world, target, variant, now) is var (count, cause) && count != variant.DesiredInstanceCount)
            {
                Scale(world, target, endpoint, variant, count, cause, now);
            }
        }
    }

    /// <summary>An endpoint that is gone takes its scalable targets with it.</summary>
    public static void Forget(World world, Endpoint endpoint)
    {
        foreach (var target in world.Scaling.Targets.Where(target => target.EndpointName == endpoint.Name).ToList())
        {
            PolicyAlarms.Remove(world, [.. world.Scaling.PoliciesOf(target).SelectMany(policy => policy.AlarmNames)]);
            world.Scaling.Remove(target);
        }
    }

    private static void Finish(World world, Activity activity, Endpoint endpoint, Variant variant)
    {
        if (endpoint.Change is not null)
        {
            return;
        }

        var isDone = variant.CurrentInstanceCount == activity.To;
        world.Scaling.Replace(activity, activity with
        {
            Status = isDone ? ScalingActivityStatusCode.Successful : ScalingActivityStatusCode.Unfulfilled,
            StatusMessage = isDone
                ? $"Successfully set desired instance count to {activity.To}. Change successfully fulfilled by sagemaker."
                : $"The desired instance count of {activity.To} was not reached: it is {variant.CurrentInstanceCount}.",
            EndedAt = endpoint.LastModifiedAt,
        });
    }

    // Bounds that are new are met at once, or as soon as the endpoint can be changed.
    private static void Bound(World world, ScalableVariant target, Endpoint endpoint, Variant variant, DateTimeOffset now)
    {
        if (endpoint.Change is not null)
        {
            return;
        }

        world.Scaling.Put(target with { HasNewBounds = false });
        if (variant.DesiredInstanceCount < target.Minimum)
        {
            Scale(world, target, endpoint, variant, target.Minimum, $"minimum capacity was set to {target.Minimum}", now);
        }
        else if (variant.DesiredInstanceCount > target.Maximum)
        {
            Scale(world, target, endpoint, variant, target.Maximum, $"maximum capacity was set to {target.Maximum}", now);
        }
    }

    // The highest of the policies that want more; less only when every policy that can wants less.
    private static (int Count, string Cause)? Wanted(World world, ScalableVariant target, Variant variant, DateTimeOffset now)
    {
        var policies = world.Scaling.PoliciesOf(target);
        var more = target.IsScaleOutSuspended
            ? []
            : policies.Where(policy => world.Alarms.IsInAlarm(policy.HighAlarm) && HasCooledDown(world, target, isOut: true, policy.ScaleOutCooldown, now))
                .Select(policy => (policy, Count: Count(policy, isOut: true)))
                .Where(wish => wish.Count > variant.DesiredInstanceCount)
                .ToList();
        if (more.Count > 0)
        {
            var (policy, count) = more.MaxBy(wish => wish.Count);
            return (count, Cause(policy, policy.HighAlarm));
        }

        var able = target.IsScaleInSuspended ? [] : policies.Where(policy => policy.ScalesIn).ToList();
        var less = able.Where(policy => world.Alarms.IsInAlarm(policy.LowAlarm) && HasCooledDown(world, target, isOut: false, policy.ScaleInCooldown, now))
            .Select(policy => (policy, Count: Count(policy, isOut: false)))
            .Where(wish => wish.Count < variant.DesiredInstanceCount)
            .ToList();
        if (less.Count == 0 || less.Count < able.Count)
        {
            return null;
        }

        var (slowest, kept) = less.MaxBy(wish => wish.Count);
        return (kept, Cause(slowest, slowest.LowAlarm));

        int Count(TargetTrackingPolicy policy, bool isOut) => PolicyAlarms.Value(policy, isOut, world, now) is { } value
            ? TargetTracking.Count(variant.DesiredInstanceCount, value, policy.Target, target.Minimum, target.Maximum)
            : variant.DesiredInstanceCount;
    }

    private static bool HasCooledDown(World world, ScalableVariant target, bool isOut, TimeSpan cooldown, DateTimeOffset now) =>
        !world.Scaling.Activities.Any(activity =>
            activity.Variant.ResourceId == target.ResourceId
            && activity.Status == ScalingActivityStatusCode.Successful
            && activity.IsOut == isOut
            && now - activity.EndedAt < cooldown);

    private static void Scale(World world, ScalableVariant target, Endpoint endpoint, Variant variant, int count, string cause, DateTimeOffset now)
    {
        var isRepeated = world.Scaling.Activities.FirstOrDefault(activity => activity.Variant.ResourceId == target.ResourceId) is { } last
            && last.Status == ScalingActivityStatusCode.Failed
            && last.Cause == cause
            && last.StartedAt >= (endpoint.Change?.StartedAt ?? endpoint.LastModifiedAt);
        try
        {
            endpoint.UpdateWeightsAndCapacities([new DesiredWeightAndCapacity { VariantName = target.VariantName, DesiredInstanceCount = count }], now);
            world.Scaling.Begin(target, variant.DesiredInstanceCount, count, cause, now);
        }
        catch (AwsErrorException refusal) when (!isRepeated)
        {
            var activity = world.Scaling.Begin(target, variant.DesiredInstanceCount, count, cause, now);
            world.Scaling.Replace(activity, activity with
            {
                Status = ScalingActivityStatusCode.Failed,
                StatusMessage = $"Failed to set desired instance count to {count}. Reason: {refusal.Message}",
                EndedAt = now,
            });
        }
        catch (AwsErrorException)
        {
            // What refuses the same wish every minute, an update or maintenance, is told once.
        }
    }

    private static string Cause(TargetTrackingPolicy policy, string alarm) => $"monitor alarm {alarm} in state ALARM triggered policy {policy.Name}";
}
