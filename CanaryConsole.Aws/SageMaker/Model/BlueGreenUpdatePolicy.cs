namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class BlueGreenUpdatePolicy
{
    public TrafficRoutingConfig? TrafficRoutingConfiguration { get; set; }

    public int? TerminationWaitInSeconds { get; set; }

    public int? MaximumExecutionTimeoutInSeconds { get; set; }
}
