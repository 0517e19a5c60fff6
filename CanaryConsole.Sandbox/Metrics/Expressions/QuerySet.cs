using System.Text.RegularExpressions;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Metrics.Expressions;

/// <summary>The queries of one request, or of one alarm: metrics to read, and expressions over them. All are judged before the first is read.</summary>
internal sealed partial class QuerySet
{
    private readonly List<MetricDataQuery> _queries;
    private readonly Dictionary<string, MetricQuery> _metrics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> _expressions = new(StringComparer.Ordinal);

    private QuerySet(List<MetricDataQuery> queries) => _queries = queries;

    /// <summary>In the order of the request.</summary>
    public IReadOnlyList<MetricDataQuery> Queries => _queries;

    public IReadOnlyDictionary<string, MetricQuery> Metrics => _metrics;

    public IReadOnlyDictionary<string, Node> Expressions => _expressions;

    public static QuerySet Parse(List<MetricDataQuery> queries)
    {
        var set = new QuerySet(queries);
        foreach (var query in queries)
        {
            set.Add(query);
        }

        foreach (var (id, expression) in set._expressions)
        {
            if (expression.Ids.FirstOrDefault(name => !set._metrics.ContainsKey(name) && !set._expressions.ContainsKey(name)) is { } unknown)
            {
                throw Wrong(id, $"There is no query with the id '{unknown}'");
            }
        }

        set.RefuseCircles();
        return set;
    }

    public static AwsErrorException Wrong(string id, string reason) => new("ValidationError", $"Error in expression '{id}': {reason}.");

    private void Add(MetricDataQuery query)
    {
        if (query.Id is not { } id || !IdPattern().IsMatch(id))
        {
            throw new AwsErrorException(
                "ValidationError", $"The Id \"{query.Id}\" in MetricDataQueries must start with a lowercase letter and contain only letters, digits and underscores.");
        }

        if (_metrics.ContainsKey(id) || _expressions.ContainsKey(id))
        {
            throw new AwsErrorException("ValidationError", $"The Id of each query in MetricDataQueries must be unique, but \"{id}\" is used more than once.");
        }

        if (query.Expression is null == query.MetricStat is null)
        {
            throw new AwsErrorException("ValidationError", $"The query \"{id}\" in MetricDataQueries must have either a MetricStat or an Expression, and not both.");
        }

        if (query.Expression is { } expression)
        {
            _expressions.Add(id, ParseExpression(id, expression));
        }
        else
        {
            _metrics.Add(id, QueryParser.Parse(query.MetricStat!, query.Period));
        }
    }

    private static Node ParseExpression(string id, string expression)
    {
        if (expression.TrimStart().StartsWith("SELECT ", StringComparison.OrdinalIgnoreCase))
        {
            throw Wrong(id, "Metrics Insights queries are not known to the sandbox");
        }

        try
        {
            return ExpressionParser.Parse(expression);
        }
        catch (ExpressionException exception)
        {
            throw Wrong(id, exception.Message);
        }
    }

    private void RefuseCircles()
    {
        var done = new HashSet<string>(_metrics.Keys, StringComparer.Ordinal);
        var left = _expressions.Keys.ToList();
        while (left.Count > 0)
        {
            if (left.RemoveAll(id => _expressions[id].Ids.All(done.Contains) && done.Add(id)) == 0)
            {
                throw Wrong(left[0], "It depends on itself");
            }
        }
    }

    [GeneratedRegex("^[a-z][a-zA-Z0-9_]{0,254}$")]
    private static partial Regex IdPattern();
}
