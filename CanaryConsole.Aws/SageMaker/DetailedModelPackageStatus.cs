using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class DetailedModelPackageStatus(string value) : ConstantClass(value)
{
    public static readonly DetailedModelPackageStatus NotStarted = new("NotStarted");
    public static readonly DetailedModelPackageStatus InProgress = new("InProgress");
    public static readonly DetailedModelPackageStatus Completed = new("Completed");
    public static readonly DetailedModelPackageStatus Failed = new("Failed");

    public static DetailedModelPackageStatus FindValue(string value) => FindValue<DetailedModelPackageStatus>(value);

    public static implicit operator DetailedModelPackageStatus(string value) => FindValue(value);
}
