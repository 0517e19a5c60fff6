using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class RealTimeInferenceConfig
{
    [Required]
    public ProductionVariantInstanceType? InstanceType { get; set; }

    [Required, Between(min: 0)]
    public int? InstanceCount { get; set; }
}
