using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ModelPackageSortBy(string value) : ConstantClass(value)
{
    public static readonly ModelPackageSortBy Name = new("Name");
    public static readonly ModelPackageSortBy CreationTime = new("CreationTime");

    public static ModelPackageSortBy FindValue(string value) => FindValue<ModelPackageSortBy>(value);

    public static implicit operator ModelPackageSortBy(string value) => FindValue(value);
}
