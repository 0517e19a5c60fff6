using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ModelCompressionType(string value) : ConstantClass(value)
{
    public static readonly ModelCompressionType None = new("None");
    public static readonly ModelCompressionType Gzip = new("Gzip");

    public static ModelCompressionType FindValue(string value) => FindValue<ModelCompressionType>(value);

    public static implicit operator ModelCompressionType(string value) => FindValue(value);
}
