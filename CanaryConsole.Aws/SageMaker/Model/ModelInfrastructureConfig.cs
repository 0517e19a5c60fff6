using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelInfrastructureConfig
{
    [Required]
    public ModelInfrastructureType? InfrastructureType { get; set; }

    [Required]
    public RealTimeInferenceConfig? RealTimeInferenceConfig { get; set; }
}
