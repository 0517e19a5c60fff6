using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using EndpointStatus = CanaryConsole.Core.Endpoints.EndpointStatus;
using ProductionVariant = CanaryConsole.Aws.SageMaker.Model.ProductionVariant;

namespace CanaryConsole.Aws.Adapters;

/// <summary>SageMaker's description of an endpoint in Core's words.</summary>
internal static class EndpointTranslation
{
    private static readonly TimeSpan OrdinaryPeriod = TimeSpan.FromSeconds(60);

    public static EndpointStatus Status(SageMaker.EndpointStatus? status) =>
        Enum.TryParse<EndpointStatus>(status?.Value, out var known) && Enum.IsDefined(known) ? known : EndpointStatus.Unknown;

    public static EndpointDescription Describe(DescribeEndpointResponse endpoint, DescribeEndpointConfigResponse? config)
    {
        var configured = (config?.ProductionVariants ?? []).Concat(config?.ShadowProductionVariants ?? []).DistinctBy(variant => variant.VariantName).ToDictionary(v => v.VariantName ?? "");
        return new EndpointDescription(
            endpoint.EndpointName ?? "",
            endpoint.EndpointArn ?? "",
            Status(endpoint.EndpointStatus),
            endpoint.EndpointConfigName ?? "",
            Variants(endpoint.ProductionVariants),
            MetricPeriod(endpoint.MetricsConfig ?? config?.MetricsConfig),
            endpoint.LastModifiedTime.ToOffset(),
            string.IsNullOrWhiteSpace(endpoint.FailureReason) ? null : endpoint.FailureReason)
        {
            ShadowVariants = Variants(endpoint.ShadowProductionVariants),
            Capture = Capture(endpoint.DataCaptureConfig),
            Pending = Pending(endpoint.PendingDeploymentSummary),
            LastDeploymentAlarms = [.. (endpoint.LastDeploymentConfig?.AutoRollbackConfiguration?.Alarms ?? []).Select(alarm => alarm.AlarmName).OfType<string>()],
        };

        List<VariantDescription> Variants(List<ProductionVariantSummary>? variants) =>
            [.. (variants ?? []).Select(variant => Describe(variant, configured.GetValueOrDefault(variant.VariantName ?? "")))];
    }

    private static PendingDeployment? Pending(PendingDeploymentSummary? pending) => pending is null ? null : new PendingDeployment(
        pending.EndpointConfigName ?? "",
        pending.StartTime.ToOffset(),
        [.. (pending.ProductionVariants ?? []).Select(Pending)]);

    private static PendingVariant Pending(PendingProductionVariantSummary variant)
    {
        var status = variant.VariantStatus?.LastOrDefault();
        return new PendingVariant(
            variant.VariantName ?? "",
            Enum.TryParse<PendingStage>(status?.Status?.Value, out var stage) && Enum.IsDefined(stage) ? stage : PendingStage.None,
            string.IsNullOrWhiteSpace(status?.StatusMessage) ? null : status.StatusMessage,
            variant.CurrentWeight ?? 0,
            variant.DesiredWeight ?? 0,
            variant.CurrentInstanceCount ?? 0,
            variant.DesiredInstanceCount ?? variant.CurrentInstanceCount ?? 0);
    }

    private static DataCapture? Capture(DataCaptureConfigSummary? capture) =>
        capture is { EnableCapture: true, DestinationS3Uri: { Length: > 0 } destination } && capture.CaptureStatus == CaptureStatus.Started
            ? new DataCapture(destination, Percentage.FromPercent(Math.Clamp(capture.CurrentSamplingPercentage ?? 0, 0, 100)))
            : null;

    // The endpoint names weights and counts, only its configuration names model and instance type; those stay empty where the configuration
    // was deleted under a running endpoint.
    private static VariantDescription Describe(ProductionVariantSummary variant, ProductionVariant? configured) => new(
        variant.VariantName ?? "",
        configured?.ModelName ?? "",
        configured?.InstanceType?.Value ?? "",
        variant.CurrentWeight ?? 0,
        variant.DesiredWeight ?? variant.CurrentWeight ?? 0,
        variant.CurrentInstanceCount ?? 0,
        variant.DesiredInstanceCount ?? variant.CurrentInstanceCount ?? 0);

    // Without enhanced metrics the frequency moves utilisation only; invocations stay at 60 s.
    private static TimeSpan MetricPeriod(MetricsConfig? metrics) =>
        metrics is { EnableEnhancedMetrics: true, MetricPublishFrequencyInSeconds: { } seconds and > 0 }
            ? TimeSpan.FromSeconds(seconds)
            : OrdinaryPeriod;
}
