using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Capture;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>An endpoint config as it was created; it never changes.</summary>
internal sealed record EndpointConfig(CreateEndpointConfigRequest Definition, DateTimeOffset CreatedAt)
{
    public string Name => Definition.EndpointConfigName!;

    public string Arn { get; } = Sandbox.Arn.EndpointConfig(Definition.EndpointConfigName!);

    /// <summary>What is captured of its invocations, or null.</summary>
    public CaptureRule? Capture { get; } = CaptureRule.Of(Definition.DataCaptureConfig);

    public IReadOnlyList<ProductionVariant> Variants => Definition.ProductionVariants!;

    public ProductionVariant? ShadowVariant => Definition.ShadowProductionVariants is [var shadow, ..] ? shadow : null;

    /// <summary>Whether the invocation metrics of this config's variants come every 10 seconds, not every minute.</summary>
    public bool HasEnhancedMetrics => Definition.MetricsConfig is { EnableEnhancedMetrics: true, MetricPublishFrequencyInSeconds: < 60 };
}
