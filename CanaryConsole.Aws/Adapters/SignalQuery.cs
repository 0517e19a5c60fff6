using System.Globalization;
using System.Text.RegularExpressions;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Aws.Adapters;

/// <summary>What one guardrail wants read, as queries of CloudWatch. The ids are the call's own, so that several guardrails share a call.</summary>
/// <param name="Index">The request's place among those asked.</param>
/// <param name="What">For words: the metric, or the expression.</param>
/// <param name="ResultId">The query whose values are wanted.</param>
internal sealed partial record SignalQuery(int Index, string What, TimeSpan Period, string ResultId, IReadOnlyList<MetricDataQuery> Queries)
{
    private const string EndpointNamespace = "/aws/sagemaker/Endpoints";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <returns>Null for a rule that is not about values of a metric.</returns>
    public static SignalQuery? Of(int index, SignalRequest request) => request.Rule switch
    {
        GuardrailRule.UtilizationLimit { Kind: var kind } => Of(index, request, Utilization(kind)),
        GuardrailRule.MetricLimit { Query: var query } => Of(index, request, query),
        _ => null,
    };

    private static MetricQuery Utilization(UtilizationKind kind) => new(
        [
            new MetricTerm(
                "u",
                EndpointNamespace,
                kind is UtilizationKind.Cpu ? "CPUUtilization" : "MemoryUtilization",
                new Dictionary<string, string> { ["EndpointName"] = "{endpoint}", ["VariantName"] = "{variant}" },
                "Average"),
        ],
        null,
        MetricUnit.Percent);

    private static SignalQuery Of(int index, SignalRequest request, MetricQuery query)
    {
        // Periods below a minute are only kept of SageMaker's own metrics, where the endpoint publishes as often.
        var isEndpoints = query.Metrics.All(term => term.Namespace is EndpointNamespace or VariantMetric.Namespace);
        var period = isEndpoints || request.Period > Minute ? request.Period : Minute;
        var ids = query.Metrics.ToDictionary(term => term.Id, term => Unique(index, term.Id), StringComparer.Ordinal);
        List<MetricDataQuery> queries = [.. query.Metrics.Select(term => Term(term, ids[term.Id], period, request, isResult: query.Expression is null && term == query.Metrics[0]))];
        if (query.Expression is not { } expression)
        {
            return new SignalQuery(index, query.Metrics[0].MetricName, period, ids[query.Metrics[0].Id], queries[..1]);
        }

        var resultId = Unique(index, "result");
        queries.Add(new MetricDataQuery { Id = resultId, Expression = Renamed(expression, ids), Period = (int)period.TotalSeconds, ReturnData = true });
        return new SignalQuery(index, $"\"{expression}\"", period, resultId, queries);
    }

    private static MetricDataQuery Term(MetricTerm term, string id, TimeSpan period, SignalRequest request, bool isResult) => new()
    {
        Id = id,
        ReturnData = isResult,
        MetricStat = new MetricStat
        {
            Period = (int)period.TotalSeconds,
            Stat = term.Statistic,
            Metric = new Metric
            {
                Namespace = term.Namespace,
                MetricName = term.MetricName,
                Dimensions = [.. term.Dimensions.Select(dimension => new Dimension { Name = dimension.Key, Value = Filled(dimension.Value, request) })],
            },
        },
    };

    private static string Filled(string value, SignalRequest request) =>
        value.Replace("{endpoint}", request.Endpoint, StringComparison.Ordinal).Replace("{variant}", request.Variant, StringComparison.Ordinal);

    private static string Unique(int index, string id) => string.Create(CultureInfo.InvariantCulture, $"g{index}_{id}");

    /// <summary>The expression with the ids of this call; what stands in quotes, and functions, stay as they are.</summary>
    private static string Renamed(string expression, Dictionary<string, string> ids) =>
        Word().Replace(expression, word => ids.GetValueOrDefault(word.Value, word.Value));

    [GeneratedRegex("""'[^']*'|"[^"]*"|[A-Za-z_][A-Za-z0-9_]*""")]
    private static partial Regex Word();
}
