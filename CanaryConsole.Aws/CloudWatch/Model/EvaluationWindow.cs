namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class EvaluationWindow
{
    public WallClockWindow? WallClockWindow { get; set; }

    public SlidingWindow? SlidingWindow { get; set; }
}
