namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class InferenceExperimentSchedule
{
    public DateTime? StartTime { get; set; }

    public DateTime? EndTime { get; set; }
}
