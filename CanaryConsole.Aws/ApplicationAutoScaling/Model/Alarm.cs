using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class Alarm
{
    [Required, Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? AlarmName { get; set; }

    [Required, Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? AlarmARN { get; set; }
}
