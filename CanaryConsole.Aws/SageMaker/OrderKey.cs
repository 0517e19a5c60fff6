using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class OrderKey(string value) : ConstantClass(value)
{
    public static readonly OrderKey Ascending = new("Ascending");
    public static readonly OrderKey Descending = new("Descending");

    public static OrderKey FindValue(string value) => FindValue<OrderKey>(value);

    public static implicit operator OrderKey(string value) => FindValue(value);
}
