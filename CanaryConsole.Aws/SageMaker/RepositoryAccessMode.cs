using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class RepositoryAccessMode(string value) : ConstantClass(value)
{
    public static readonly RepositoryAccessMode Platform = new("Platform");
    public static readonly RepositoryAccessMode Vpc = new("Vpc");

    public static RepositoryAccessMode FindValue(string value) => FindValue<RepositoryAccessMode>(value);

    public static implicit operator RepositoryAccessMode(string value) => FindValue(value);
}
