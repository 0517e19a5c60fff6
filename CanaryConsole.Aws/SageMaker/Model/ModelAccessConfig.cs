using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelAccessConfig
{
    [Required]
    public bool? AcceptEula { get; set; }
}
