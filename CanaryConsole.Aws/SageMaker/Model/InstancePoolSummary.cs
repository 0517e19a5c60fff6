using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class InstancePoolSummary
{
    [Required]
    public ProductionVariantInstanceType? InstanceType { get; set; }

    [Required, Between(min: 0)]
    public int? CurrentInstanceCount { get; set; }
}
