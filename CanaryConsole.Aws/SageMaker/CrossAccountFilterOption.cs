using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class CrossAccountFilterOption(string value) : ConstantClass(value)
{
    public static readonly CrossAccountFilterOption SameAccount = new("SameAccount");
    public static readonly CrossAccountFilterOption CrossAccount = new("CrossAccount");

    public static CrossAccountFilterOption FindValue(string value) => FindValue<CrossAccountFilterOption>(value);

    public static implicit operator CrossAccountFilterOption(string value) => FindValue(value);
}
