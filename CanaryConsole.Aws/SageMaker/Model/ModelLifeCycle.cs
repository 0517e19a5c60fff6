namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelLifeCycle
{
    public string? Stage { get; set; }

    public string? StageStatus { get; set; }

    public string? StageDescription { get; set; }
}
