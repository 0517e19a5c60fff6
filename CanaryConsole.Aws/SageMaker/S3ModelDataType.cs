using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class S3ModelDataType(string value) : ConstantClass(value)
{
    public static readonly S3ModelDataType S3Prefix = new("S3Prefix");
    public static readonly S3ModelDataType S3Object = new("S3Object");

    public static S3ModelDataType FindValue(string value) => FindValue<S3ModelDataType>(value);

    public static implicit operator S3ModelDataType(string value) => FindValue(value);
}
