using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class SplitType(string value) : ConstantClass(value)
{
    public static readonly SplitType None = new("None");
    public static readonly SplitType Line = new("Line");
    public static readonly SplitType RecordIO = new("RecordIO");
    public static readonly SplitType TFRecord = new("TFRecord");

    public static SplitType FindValue(string value) => FindValue<SplitType>(value);

    public static implicit operator SplitType(string value) => FindValue(value);
}
