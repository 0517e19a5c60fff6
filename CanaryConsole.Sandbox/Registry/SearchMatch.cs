using System.Collections;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>Whether a resource meets a search expression.</summary>
internal static class SearchMatch
{
    private const int MaximumDepth = 50;
    private const int MaximumContains = 1;

    /// <exception cref="AwsErrorException">It is more than AWS takes.</exception>
    public static void Check(SearchExpression? expression)
    {
        if (Filters(expression, 0).Count(filter => filter.Operator == Operator.Contains) > MaximumContains)
        {
            throw AwsErrorException.Validation($"'CONTAINS' operator usage limit of {MaximumContains} exceeded.");
        }
    }

    public static bool Matches(SearchExpression? expression, object subject)
    {
        if (expression is null)
        {
            return true;
        }

        var conditions = (expression.Filters ?? []).Select(filter => Matches(filter, subject))
            .Concat((expression.NestedFilters ?? []).Select(nested => Matches(nested, subject)))
            .Concat((expression.SubExpressions ?? []).Select(sub => Matches(sub, subject)))
            .ToList();
        return conditions.Count == 0 || (expression.Operator == BooleanOperator.Or ? conditions.Contains(true) : !conditions.Contains(false));
    }

    private static IEnumerable<Filter> Filters(SearchExpression? expression, int depth) => expression switch
    {
        null => [],
        _ when depth == MaximumDepth => throw AwsErrorException.Validation($"The search expression must not be nested deeper than {MaximumDepth} levels."),
        _ => (expression.Filters ?? [])
            .Concat((expression.NestedFilters ?? []).SelectMany(nested => nested.Filters ?? []))
            .Concat((expression.SubExpressions ?? []).SelectMany(sub => Filters(sub, depth + 1))),
    };

    // One and the same item of the list must meet all filters.
    private static bool Matches(NestedFilters nested, object subject)
    {
        var name = nested.NestedPropertyName!;
        return SearchPath.Read(subject, name)
            .SelectMany(value => value is IList list ? list.Cast<object>() : [value])
            .Any(item => nested.Filters!.All(filter => Matches(Within(filter, name), item)));
    }

    private static Filter Within(Filter filter, string name) => new()
    {
        Name = filter.Name!.StartsWith($"{name}.", StringComparison.Ordinal) ? filter.Name[(name.Length + 1)..] : filter.Name,
        Operator = filter.Operator,
        Value = filter.Value,
    };

    private static bool Matches(Filter filter, object subject)
    {
        var name = filter.Name!;
        var values = SearchPath.Read(subject, name).ToList();
        var means = filter.Operator ?? Operator.EqualTo;
        if (means == Operator.Exists || means == Operator.NotExists)
        {
            return filter.Value is null
                ? values.Count > 0 == (means == Operator.Exists)
                : throw AwsErrorException.Validation($"The operator {means} of property {name} takes no value.");
        }

        var text = filter.Value ?? throw AwsErrorException.Validation($"The operator {means} of property {name} needs a value.");
        return means == Operator.NotEquals
            ? !values.Exists(value => SearchValue.Compare(value, name, text) == 0)
            : values.Exists(value => Meets(value, means, name, text));
    }

    private static bool Meets(object value, Operator means, string name, string text) => means switch
    {
        _ when means == Operator.EqualTo => SearchValue.Compare(value, name, text) == 0,
        _ when means == Operator.Contains => SearchValue.Text(value).Contains(text, StringComparison.OrdinalIgnoreCase),
        _ when means == Operator.In => text.Split(',', StringSplitOptions.TrimEntries).Any(one => SearchValue.Compare(value, name, one.Trim('"')) == 0),
        _ when means == Operator.GreaterThan => SearchValue.Compare(value, name, text) > 0,
        _ when means == Operator.GreaterThanOrEqualTo => SearchValue.Compare(value, name, text) >= 0,
        _ when means == Operator.LessThan => SearchValue.Compare(value, name, text) < 0,
        _ when means == Operator.LessThanOrEqualTo => SearchValue.Compare(value, name, text) <= 0,
        _ => throw AwsErrorException.Constraint("operator", means, "Member must satisfy enum value set: [Equals, NotEquals, GreaterThan, GreaterThanOrEqualTo, LessThan, LessThanOrEqualTo, Contains, Exists, NotExists, In]"),
    };
}
