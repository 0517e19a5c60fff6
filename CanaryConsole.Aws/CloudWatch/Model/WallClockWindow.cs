using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class WallClockWindow
{
    [Length(1, 50)]
    public string? Timezone { get; set; }
}
