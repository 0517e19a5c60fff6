using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Aws.Adapters;

/// <summary>The console's own target tracking policies.</summary>
internal static class TrackingPolicy
{
    private const int CooldownSeconds = 300;

    public static VariantScaling Of(string endpoint, string variant, ChallengerScaling scaling) => new(
        variant,
        scaling.Minimum,
        scaling.Maximum,
        ScalingSuspension.None,
        [
            ScalingTranslation.Policy(new Aws.ApplicationAutoScaling.Model.ScalingPolicy
            {
                PolicyName = $"canaryconsole-{(scaling.Metric is ScalingMetric.Latency ? "latency-p99" : "invocations")}",
                PolicyType = PolicyType.TargetTrackingScaling,
                TargetTrackingScalingPolicyConfiguration = new TargetTrackingScalingPolicyConfiguration
                {
                    // ModelLatency is in microseconds.
                    TargetValue = scaling.Metric is ScalingMetric.Latency ? scaling.Value * 1_000 : scaling.Value,
                    PredefinedMetricSpecification = scaling.Metric is ScalingMetric.InvocationsPerInstance
                        ? new PredefinedMetricSpecification { PredefinedMetricType = MetricType.SageMakerVariantInvocationsPerInstance }
                        : null,
                    CustomizedMetricSpecification = scaling.Metric is ScalingMetric.Latency ? LatencyP99(endpoint, variant) : null,
                    ScaleInCooldown = CooldownSeconds,
                    ScaleOutCooldown = CooldownSeconds,
                    DisableScaleIn = false,
                },
            }),
        ]);

    // A percentile is possible in a metric query only: the statistic of the single metric is one of the plain five.
    private static CustomizedMetricSpecification LatencyP99(string endpoint, string variant) => new()
    {
        Metrics =
        [
            new TargetTrackingMetricDataQuery
            {
                Id = "latency",
                ReturnData = true,
                MetricStat = new TargetTrackingMetricStat
                {
                    Stat = VariantMetric.LatencyP99.Statistic,
                    Metric = new TargetTrackingMetric
                    {
                        Namespace = VariantMetric.Namespace,
                        MetricName = VariantMetric.LatencyP99.MetricName,
                        Dimensions =
                        [
                            new TargetTrackingMetricDimension { Name = "EndpointName", Value = endpoint },
                            new TargetTrackingMetricDimension { Name = "VariantName", Value = variant },
                        ],
                    },
                },
            },
        ],
    };
}
