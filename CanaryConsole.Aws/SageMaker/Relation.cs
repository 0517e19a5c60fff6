using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class Relation(string value) : ConstantClass(value)
{
    public static readonly Relation EqualTo = new("EqualTo");
    public static readonly Relation GreaterThanOrEqualTo = new("GreaterThanOrEqualTo");

    public static Relation FindValue(string value) => FindValue<Relation>(value);

    public static implicit operator Relation(string value) => FindValue(value);
}
