using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class TransformResources
{
    [Required]
    public TransformInstanceType? InstanceType { get; set; }

    [Required, Between(min: 1)]
    public int? InstanceCount { get; set; }

    [Length(0, 2048), Pattern(@"[a-zA-Z0-9:/_-]*")]
    public string? VolumeKmsKeyId { get; set; }

    [Length(1, 63), Pattern(@"[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*")]
    public string? TransformAmiVersion { get; set; }
}
