namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class SlidingWindow
{
}
