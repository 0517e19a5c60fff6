namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class Alarm
{
    public string? AlarmName { get; set; }
}
