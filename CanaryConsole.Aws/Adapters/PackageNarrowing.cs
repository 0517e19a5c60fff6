using System.Globalization;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Aws.Adapters;

/// <summary>As much of a query as Search can answer.</summary>
/// <param name="IsComplete">Search answers all of it; otherwise what it finds is looked through once more.</param>
internal sealed record PackageNarrowing(SearchExpression Expression, bool IsComplete)
{
    private const string Seconds = "yyyy-MM-ddTHH:mm:ss";

    public static PackageNarrowing Of(PackageQuery query)
    {
        var filters = new List<Filter> { Filter("ModelPackageVersion", Operator.GreaterThanOrEqualTo, "1") };
        if (query.Group is { } group)
        {
            filters.Add(Filter("ModelPackageGroupName", Operator.EqualTo, group));
        }

        var either = new List<SearchExpression>();
        var (isComplete, contains) = (true, false);
        foreach (var term in query.Terms)
        {
            switch (term)
            {
                case PackageTerm.HasApproval has:
                    filters.Add(Filter("ModelApprovalStatus", Operator.EqualTo, has.Approval.ToString()));
                    break;
                case PackageTerm.IsVersion version:
                    filters.Add(Filter("ModelPackageVersion", Operator.EqualTo, version.Version.ToString(CultureInfo.InvariantCulture)));
                    break;
                case PackageTerm.RegisteredFrom from:
                    filters.Add(Filter("CreationTime", Operator.GreaterThanOrEqualTo, Time(from.At)));
                    break;
                case PackageTerm.RegisteredBefore before:
                    filters.Add(Filter("CreationTime", Operator.LessThan, Time(before.At)));
                    break;
                case PackageTerm.Carries { Whole: true } carries:
                    either.Add(Either(carries, Operator.EqualTo));
                    break;
                // Search takes one Contains in all; whatever else is asked for is looked for in what it finds.
                case PackageTerm.Carries carries when !contains:
                    either.Add(Either(carries, Operator.Contains));
                    contains = true;
                    break;
                default:
                    isComplete = false;
                    break;
            }
        }

        return new PackageNarrowing(
            new SearchExpression { Filters = filters, SubExpressions = either.Count == 0 ? null : either, Operator = BooleanOperator.And }, isComplete);
    }

    private static SearchExpression Either(PackageTerm.Carries carries, Operator means) => new()
    {
        Operator = BooleanOperator.Or,
        Filters =
        [
            Filter($"CustomerMetadataProperties.{carries.Key}", means, carries.Value),
            Filter($"Tags.{carries.Key}", Operator.EqualTo, carries.Value),
        ],
    };

    private static Filter Filter(string name, Operator means, string value) => new() { Name = name, Operator = means, Value = value };

    // Search knows whole seconds; the moments of a query are days, and so are whole.
    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString(Seconds, CultureInfo.InvariantCulture);
}
