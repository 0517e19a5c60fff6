using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class AssemblyType(string value) : ConstantClass(value)
{
    public static readonly AssemblyType None = new("None");
    public static readonly AssemblyType Line = new("Line");

    public static AssemblyType FindValue(string value) => FindValue<AssemblyType>(value);

    public static implicit operator AssemblyType(string value) => FindValue(value);
}
