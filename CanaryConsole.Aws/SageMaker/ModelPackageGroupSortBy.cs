using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ModelPackageGroupSortBy(string value) : ConstantClass(value)
{
    public static readonly ModelPackageGroupSortBy Name = new("Name");
    public static readonly ModelPackageGroupSortBy CreationTime = new("CreationTime");

    public static ModelPackageGroupSortBy FindValue(string value) => FindValue<ModelPackageGroupSortBy>(value);

    public static implicit operator ModelPackageGroupSortBy(string value) => FindValue(value);
}
