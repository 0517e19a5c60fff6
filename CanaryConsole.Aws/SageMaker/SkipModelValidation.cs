using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class SkipModelValidation(string value) : ConstantClass(value)
{
    public static readonly SkipModelValidation All = new("All");
    public static readonly SkipModelValidation None = new("None");

    public static SkipModelValidation FindValue(string value) => FindValue<SkipModelValidation>(value);

    public static implicit operator SkipModelValidation(string value) => FindValue(value);
}
