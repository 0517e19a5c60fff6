using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ModelPackageType(string value) : ConstantClass(value)
{
    public static readonly ModelPackageType Versioned = new("Versioned");
    public static readonly ModelPackageType Unversioned = new("Unversioned");
    public static readonly ModelPackageType Both = new("Both");

    public static ModelPackageType FindValue(string value) => FindValue<ModelPackageType>(value);

    public static implicit operator ModelPackageType(string value) => FindValue(value);
}
