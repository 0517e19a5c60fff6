namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class CaptureOption
{
    public CaptureMode? CaptureMode { get; set; }
}
