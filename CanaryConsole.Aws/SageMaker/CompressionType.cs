using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class CompressionType(string value) : ConstantClass(value)
{
    public static readonly CompressionType None = new("None");
    public static readonly CompressionType Gzip = new("Gzip");

    public static CompressionType FindValue(string value) => FindValue<CompressionType>(value);

    public static implicit operator CompressionType(string value) => FindValue(value);
}
