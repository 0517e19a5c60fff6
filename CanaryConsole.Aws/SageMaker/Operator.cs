using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class Operator(string value) : ConstantClass(value)
{
    public static readonly Operator EqualTo = new("Equals");
    public static readonly Operator NotEquals = new("NotEquals");
    public static readonly Operator GreaterThan = new("GreaterThan");
    public static readonly Operator GreaterThanOrEqualTo = new("GreaterThanOrEqualTo");
    public static readonly Operator LessThan = new("LessThan");
    public static readonly Operator LessThanOrEqualTo = new("LessThanOrEqualTo");
    public static readonly Operator Contains = new("Contains");
    public static readonly Operator Exists = new("Exists");
    public static readonly Operator NotExists = new("NotExists");
    public static readonly Operator In = new("In");

    public static Operator FindValue(string value) => FindValue<Operator>(value);

    public static implicit operator Operator(string value) => FindValue(value);
}
