using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AutoRollbackConfig
{
    [Items(1, 10)]
    public List<Alarm>? Alarms { get; set; }
}
