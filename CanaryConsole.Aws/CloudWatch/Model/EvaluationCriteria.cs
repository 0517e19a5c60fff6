namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class EvaluationCriteria
{
    public AlarmPromQLCriteria? PromQLCriteria { get; set; }
}
