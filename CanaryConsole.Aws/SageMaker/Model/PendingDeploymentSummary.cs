using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class PendingDeploymentSummary
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? EndpointConfigName { get; set; }

    [Items(min: 1)]
    public List<PendingProductionVariantSummary>? ProductionVariants { get; set; }

    public DateTime? StartTime { get; set; }

    [Items(min: 1)]
    public List<PendingProductionVariantSummary>? ShadowProductionVariants { get; set; }
}
