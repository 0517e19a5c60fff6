namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelInput
{
    public string? DataInputConfig { get; set; }
}
