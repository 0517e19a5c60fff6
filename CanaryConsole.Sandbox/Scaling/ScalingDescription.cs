using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;

namespace CanaryConsole.Sandbox.Scaling;

/// <summary>Targets, policies and activities in the words of the wire.</summary>
internal static class ScalingDescription
{
    private const string Role =
        $"arn:aws:iam::{Arn.Account}:role/aws-service-role/sagemaker.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint";

    public static ScalableTarget Of(ScalableVariant target) => new()
    {
        ServiceNamespace = ServiceNamespace.Sagemaker,
        ResourceId = target.ResourceId,
        ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
        MinCapacity = target.Minimum,
        MaxCapacity = target.Maximum,
        RoleARN = Role,
        CreationTime = target.CreatedAt.UtcDateTime,
        SuspendedState = target.Suspended ?? new SuspendedState { DynamicScalingInSuspended = false, DynamicScalingOutSuspended = false, ScheduledScalingSuspended = false },
        ScalableTargetARN = target.Arn,
    };

    public static ScalingPolicy Of(TargetTrackingPolicy policy) => new()
    {
        PolicyARN = policy.Arn,
        PolicyName = policy.Name,
        ServiceNamespace = ServiceNamespace.Sagemaker,
        ResourceId = policy.Variant.ResourceId,
        ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
        PolicyType = PolicyType.TargetTrackingScaling,
        TargetTrackingScalingPolicyConfiguration = policy.Definition,
        Alarms = Alarms(policy),
        CreationTime = policy.CreatedAt.UtcDateTime,
    };

    public static ScalingActivity Of(Activity activity) => new()
    {
        ActivityId = activity.Id,
        ServiceNamespace = ServiceNamespace.Sagemaker,
        ResourceId = activity.Variant.ResourceId,
        ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
        Description = $"Setting desired instance count to {activity.To}.",
        Cause = activity.Cause,
        StartTime = activity.StartedAt.UtcDateTime,
        EndTime = activity.EndedAt?.UtcDateTime,
        StatusCode = activity.Status,
        StatusMessage = activity.StatusMessage,
    };

    public static List<Alarm> Alarms(TargetTrackingPolicy policy) =>
        [.. policy.AlarmNames.Select(name => new Alarm { AlarmName = name, AlarmARN = Arn.Alarm(name) })];
}
