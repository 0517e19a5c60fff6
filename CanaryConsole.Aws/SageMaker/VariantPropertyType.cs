using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class VariantPropertyType(string value) : ConstantClass(value)
{
    public static readonly VariantPropertyType DesiredInstanceCount = new("DesiredInstanceCount");
    public static readonly VariantPropertyType DesiredWeight = new("DesiredWeight");
    public static readonly VariantPropertyType DataCaptureConfig = new("DataCaptureConfig");

    public static VariantPropertyType FindValue(string value) => FindValue<VariantPropertyType>(value);

    public static implicit operator VariantPropertyType(string value) => FindValue(value);
}
