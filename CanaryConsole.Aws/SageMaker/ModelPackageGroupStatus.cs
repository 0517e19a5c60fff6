using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ModelPackageGroupStatus(string value) : ConstantClass(value)
{
    public static readonly ModelPackageGroupStatus Pending = new("Pending");
    public static readonly ModelPackageGroupStatus InProgress = new("InProgress");
    public static readonly ModelPackageGroupStatus Completed = new("Completed");
    public static readonly ModelPackageGroupStatus Failed = new("Failed");
    public static readonly ModelPackageGroupStatus Deleting = new("Deleting");
    public static readonly ModelPackageGroupStatus DeleteFailed = new("DeleteFailed");

    public static ModelPackageGroupStatus FindValue(string value) => FindValue<ModelPackageGroupStatus>(value);

    public static implicit operator ModelPackageGroupStatus(string value) => FindValue(value);
}
