using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class BlueGreenUpdatePolicy
{
    [Required]
    public TrafficRoutingConfig? TrafficRoutingConfiguration { get; set; }

    [Between(0, 3600)]
    public int? TerminationWaitInSeconds { get; set; }

    [Between(600, 28800)]
    public int? MaximumExecutionTimeoutInSeconds { get; set; }
}
