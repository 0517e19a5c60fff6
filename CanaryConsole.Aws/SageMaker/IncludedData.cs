using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class IncludedData(string value) : ConstantClass(value)
{
    public static readonly IncludedData AllData = new("AllData");
    public static readonly IncludedData MetadataOnly = new("MetadataOnly");

    public static IncludedData FindValue(string value) => FindValue<IncludedData>(value);

    public static implicit operator IncludedData(string value) => FindValue(value);
}
