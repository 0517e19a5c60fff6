using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Scaling;

/// <summary>What a scaling policy may ask for: target tracking on invocations per instance, or on one metric of the caller's own, without metric math.</summary>
internal static class PolicyRules
{
    private const string Member = "targetTrackingScalingPolicyConfiguration";

    public static TargetTrackingScalingPolicyConfiguration Refuse(PutScalingPolicyRequest request)
    {
        if (request.PolicyType != PolicyType.TargetTrackingScaling)
        {
            throw AwsErrorException.Validation($"The sandbox supports the policy type {PolicyType.TargetTrackingScaling}, but the request names {request.PolicyType?.Value ?? PolicyType.StepScaling.Value}.");
        }

        var definition = Require.Present(request.TargetTrackingScalingPolicyConfiguration, Member);
        if (definition.TargetValue is not (> 0 and < double.PositiveInfinity))
        {
            throw AwsErrorException.Constraint($"{Member}.targetValue", definition.TargetValue, "Member must have value greater than 0");
        }

        Require.Between(definition.ScaleOutCooldown, $"{Member}.scaleOutCooldown", 0, 86_400);
        Require.Between(definition.ScaleInCooldown, $"{Member}.scaleInCooldown", 0, 86_400);
        switch (definition)
        {
            case { PredefinedMetricSpecification: { } predefined, CustomizedMetricSpecification: null }:
                return predefined.PredefinedMetricType == MetricType.SageMakerVariantInvocationsPerInstance
                    ? definition
                    : throw AwsErrorException.Validation(
                        $"The predefined metric type {predefined.PredefinedMetricType} is not supported for the scalable dimension {ScalableDimension.SagemakerVariantDesiredInstanceCount}: use {MetricType.SageMakerVariantInvocationsPerInstance}.");
            case { PredefinedMetricSpecification: null, CustomizedMetricSpecification: { } custom }:
                return custom is { Metrics: null, MetricName: not null, Namespace: not null, Statistic: not null }
                    or { MetricName: null, Metrics: [{ Expression: null, MetricStat: { Stat.Length: > 0, Metric: { MetricName: not null, Namespace: not null } } }] }
                    ? definition
                    : throw AwsErrorException.Validation("CustomizedMetricSpecification must name one metric, by MetricName, Namespace and Statistic or by one query of Metrics with a MetricStat.");
            default:
                throw AwsErrorException.Validation("Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must be specified.");
        }
    }
}
