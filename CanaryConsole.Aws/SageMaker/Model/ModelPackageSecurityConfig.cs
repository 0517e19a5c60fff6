using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelPackageSecurityConfig
{
    [Required, Length(0, 2048), Pattern(@"[a-zA-Z0-9:/_-]*")]
    public string? KmsKeyId { get; set; }
}
