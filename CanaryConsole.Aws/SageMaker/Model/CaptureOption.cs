using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class CaptureOption
{
    [Required]
    public CaptureMode? CaptureMode { get; set; }
}
