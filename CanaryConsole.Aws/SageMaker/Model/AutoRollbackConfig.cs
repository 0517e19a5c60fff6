namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AutoRollbackConfig
{
    public List<Alarm>? Alarms { get; set; }
}
