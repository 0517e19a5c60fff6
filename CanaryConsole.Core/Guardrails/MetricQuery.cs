namespace CanaryConsole.Core.Guardrails;

/// <summary>One CloudWatch metric, or an expression over several.</summary>
/// <param name="Metrics">1 to 10; those an expression names by their id.</param>
/// <param name="Expression">Metric math over the ids, as in "100 * errors / requests"; null for the first metric itself.</param>
/// <param name="Unit">The unit of the result, as CloudWatch publishes it.</param>
public sealed record MetricQuery(IReadOnlyList<MetricTerm> Metrics, string? Expression, MetricUnit Unit);

/// <summary>A metric as CloudWatch names it. In dimension values "{endpoint}" and "{variant}" stand for the rollout's endpoint and the challenger's variant.</summary>
/// <param name="Id">Starts with a lower-case letter.</param>
/// <param name="Statistic">As in "Average", "Sum", "p99".</param>
public sealed record MetricTerm(string Id, string Namespace, string MetricName, IReadOnlyDictionary<string, string> Dimensions, string Statistic);
