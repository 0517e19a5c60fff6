namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelAccessConfig
{
    public bool? AcceptEula { get; set; }
}
