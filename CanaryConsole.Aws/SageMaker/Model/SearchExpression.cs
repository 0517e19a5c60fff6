using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class SearchExpression
{
    [Items(1, 20)]
    public List<Filter>? Filters { get; set; }

    [Items(1, 20)]
    public List<NestedFilters>? NestedFilters { get; set; }

    [Items(1, 20)]
    public List<SearchExpression>? SubExpressions { get; set; }

    public BooleanOperator? Operator { get; set; }
}
