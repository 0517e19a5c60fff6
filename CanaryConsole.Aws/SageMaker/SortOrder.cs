using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class SortOrder(string value) : ConstantClass(value)
{
    public static readonly SortOrder Ascending = new("Ascending");
    public static readonly SortOrder Descending = new("Descending");

    public static SortOrder FindValue(string value) => FindValue<SortOrder>(value);

    public static implicit operator SortOrder(string value) => FindValue(value);
}
