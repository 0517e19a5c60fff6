using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ManagedStorageType(string value) : ConstantClass(value)
{
    public static readonly ManagedStorageType Restricted = new("Restricted");

    public static ManagedStorageType FindValue(string value) => FindValue<ManagedStorageType>(value);

    public static implicit operator ManagedStorageType(string value) => FindValue(value);
}
