namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DriftCheckExplainability
{
    public MetricsSource? Constraints { get; set; }

    public FileSource? ConfigFile { get; set; }
}
