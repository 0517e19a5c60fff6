using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class CaptureStatus(string value) : ConstantClass(value)
{
    public static readonly CaptureStatus Started = new("Started");
    public static readonly CaptureStatus Stopped = new("Stopped");

    public static CaptureStatus FindValue(string value) => FindValue<CaptureStatus>(value);

    public static implicit operator CaptureStatus(string value) => FindValue(value);
}
