using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class AdditionalS3DataSourceDataType(string value) : ConstantClass(value)
{
    public static readonly AdditionalS3DataSourceDataType S3Object = new("S3Object");
    public static readonly AdditionalS3DataSourceDataType S3Prefix = new("S3Prefix");

    public static AdditionalS3DataSourceDataType FindValue(string value) => FindValue<AdditionalS3DataSourceDataType>(value);

    public static implicit operator AdditionalS3DataSourceDataType(string value) => FindValue(value);
}
