using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class BooleanOperator(string value) : ConstantClass(value)
{
    public static readonly BooleanOperator And = new("And");
    public static readonly BooleanOperator Or = new("Or");

    public static BooleanOperator FindValue(string value) => FindValue<BooleanOperator>(value);

    public static implicit operator BooleanOperator(string value) => FindValue(value);
}
