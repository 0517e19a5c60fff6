namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class SuspendedState
{
    public bool? DynamicScalingInSuspended { get; set; }

    public bool? DynamicScalingOutSuspended { get; set; }

    public bool? ScheduledScalingSuspended { get; set; }
}
