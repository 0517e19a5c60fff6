using System.Text.Json;
using System.Text.Json.Nodes;
using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Core.Endpoints;
using ScalingPolicy = CanaryConsole.Core.Endpoints.ScalingPolicy;
using WirePolicy = CanaryConsole.Aws.ApplicationAutoScaling.Model.ScalingPolicy;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Scalable targets and their policies in Core's words. A policy's definition is its configuration as it goes over the wire.</summary>
internal static class ScalingTranslation
{
    public static VariantScaling Scaling(ScalableTarget target, IReadOnlyList<ScalingPolicy> policies) => new(
        (target.ResourceId ?? "").Split('/')[^1],
        target.MinCapacity ?? 0,
        target.MaxCapacity ?? 0,
        new ScalingSuspension(
            target.SuspendedState?.DynamicScalingInSuspended == true,
            target.SuspendedState?.DynamicScalingOutSuspended == true,
            target.SuspendedState?.ScheduledScalingSuspended == true),
        policies);

    public static SuspendedState Suspended(ScalingSuspension suspension) => new()
    {
        DynamicScalingInSuspended = suspension.ScaleIn,
        DynamicScalingOutSuspended = suspension.ScaleOut,
        ScheduledScalingSuspended = suspension.Scheduled,
    };

    public static ScalingPolicy Policy(WirePolicy policy) => new(
        policy.PolicyName ?? "",
        policy.PolicyType?.Value ?? "",
        JsonSerializer.Serialize(
            new WirePolicy
            {
                TargetTrackingScalingPolicyConfiguration = policy.TargetTrackingScalingPolicyConfiguration,
                StepScalingPolicyConfiguration = policy.StepScalingPolicyConfiguration,
                PredictiveScalingPolicyConfiguration = policy.PredictiveScalingPolicyConfiguration,
            },
            AwsJson.Options));

    public static PutScalingPolicyRequest Put(string resource, ScalingPolicy policy)
    {
        var definition = JsonSerializer.Deserialize<WirePolicy>(policy.Definition, AwsJson.Options) ?? new WirePolicy();
        return new PutScalingPolicyRequest
        {
            PolicyName = policy.Name,
            PolicyType = PolicyType.FindValue(policy.Type),
            ServiceNamespace = ServiceNamespace.Sagemaker,
            ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
            ResourceId = resource,
            TargetTrackingScalingPolicyConfiguration = definition.TargetTrackingScalingPolicyConfiguration,
            StepScalingPolicyConfiguration = definition.StepScalingPolicyConfiguration,
            PredictiveScalingPolicyConfiguration = definition.PredictiveScalingPolicyConfiguration,
        };
    }

    /// <summary>Metrics of a variant are named by a dimension: that dimension follows the policy to its new variant, wherever it stands in the definition.</summary>
    public static string Retargeted(string definition, string from, string to)
    {
        var root = JsonNode.Parse(definition);
        Retarget(root, from, to);
        return root?.ToJsonString(AwsJson.Options) ?? definition;
    }

    private static void Retarget(JsonNode? node, string from, string to)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Retarget(item, from, to);
            }
        }
        else if (node is JsonObject members)
        {
            if ((string?)(members["Name"] as JsonValue) == "VariantName" && (string?)(members["Value"] as JsonValue) == from)
            {
                members["Value"] = to;
            }

            foreach (var (_, member) in members.ToList())
            {
                Retarget(member, from, to);
            }
        }
    }
}
