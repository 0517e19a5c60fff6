namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DriftCheckBias
{
    public FileSource? ConfigFile { get; set; }

    public MetricsSource? PreTrainingConstraints { get; set; }

    public MetricsSource? PostTrainingConstraints { get; set; }
}
