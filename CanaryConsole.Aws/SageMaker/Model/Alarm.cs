using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class Alarm
{
    [Length(1, 255), Pattern(@"(?!\s*$).+")]
    public string? AlarmName { get; set; }
}
