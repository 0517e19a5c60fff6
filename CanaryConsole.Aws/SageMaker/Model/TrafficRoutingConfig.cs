using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class TrafficRoutingConfig
{
    [Required]
    public TrafficRoutingConfigType? Type { get; set; }

    [Required, Between(0, 3600)]
    public int? WaitIntervalInSeconds { get; set; }

    public CapacitySize? CanarySize { get; set; }

    public CapacitySize? LinearStepSize { get; set; }
}
