namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class WallClockWindow
{
    public string? Timezone { get; set; }
}
