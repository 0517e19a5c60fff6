using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class SearchSortOrder(string value) : ConstantClass(value)
{
    public static readonly SearchSortOrder Ascending = new("Ascending");
    public static readonly SearchSortOrder Descending = new("Descending");

    public static SearchSortOrder FindValue(string value) => FindValue<SearchSortOrder>(value);

    public static implicit operator SearchSortOrder(string value) => FindValue(value);
}
