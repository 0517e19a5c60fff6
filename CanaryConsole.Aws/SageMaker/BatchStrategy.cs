using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class BatchStrategy(string value) : ConstantClass(value)
{
    public static readonly BatchStrategy MultiRecord = new("MultiRecord");
    public static readonly BatchStrategy SingleRecord = new("SingleRecord");

    public static BatchStrategy FindValue(string value) => FindValue<BatchStrategy>(value);

    public static implicit operator BatchStrategy(string value) => FindValue(value);
}
