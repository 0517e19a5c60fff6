using System.Globalization;
using System.Text.RegularExpressions;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>A guardrail on any metric, or on metric math, as asked for. Pure.</summary>
internal static partial class RequestedMetric
{
    private const int MostTerms = 10;
    private const int MostDimensions = 30;
    private const int LongestName = 255;
    private const int LongestExpression = 1_024;

    public static GuardrailRule.MetricLimit Of(GuardrailRequest request, string at)
    {
        if (request.Metrics is not { Count: > 0 and <= MostTerms } metrics)
        {
            throw RequestBounds.Invalid($"{at}.metrics", $"{at}.metrics has {request.Metrics?.Count ?? 0} entries; a metricLimit needs 1 to {MostTerms}.");
        }

        var expression = request.Expression?.Trim();
        if (expression is { Length: 0 or > LongestExpression })
        {
            throw RequestBounds.Invalid($"{at}.expression", $"{at}.expression has {expression.Length} characters; it must have 1 to {LongestExpression}.");
        }

        if (expression is null && metrics.Count > 1)
        {
            throw RequestBounds.Invalid($"{at}.expression", $"{at}.expression is missing; with {metrics.Count} metrics it says what is made of them, as in \"100 * errors / requests\".");
        }

        var terms = metrics.Select((term, index) => Term(term, index, $"{at}.metrics[{index}]")).ToList();
        if (terms.GroupBy(term => term.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw RequestBounds.Invalid($"{at}.metrics", $"{at}.metrics has the id \"{twice.Key}\" twice; give each its own.");
        }

        var unit = RequestWords.OneOf($"{at}.unit", request.Unit, MetricUnit.None);
        var limitUnit = RequestWords.OneOf($"{at}.limitUnit", request.LimitUnit, unit);
        var value = RequestedGuardrail.Needed(request.Limit, $"{at}.limit", "a number in the metric's unit");
        if (!double.IsFinite(value))
        {
            throw RequestBounds.Invalid($"{at}.limit", string.Create(CultureInfo.InvariantCulture, $"{at}.limit is {value}; it must be a finite number."));
        }

        var limit = new Quantity(value, limitUnit);
        return limit.IsComparableTo(unit)
            ? new GuardrailRule.MetricLimit(new MetricQuery(terms, expression, unit), Above(request, at), limit)
            : throw RequestBounds.Invalid($"{at}.limitUnit", $"{at}.limitUnit is {RequestWords.Name(limitUnit)}, which cannot be compared with the metric's {RequestWords.Name(unit)}; give one of the same dimension.");
    }

    private static bool Above(GuardrailRequest request, string at) => request.Fails switch
    {
        null or "above" => true,
        "below" => false,
        var other => throw RequestBounds.Invalid($"{at}.fails", $"{at}.fails is \"{other}\"; it must be above or below."),
    };

    private static MetricTerm Term(MetricTermRequest term, int index, string at)
    {
        var id = term.Id ?? string.Create(CultureInfo.InvariantCulture, $"m{index + 1}");
        if (!TermId().IsMatch(id))
        {
            throw RequestBounds.Invalid($"{at}.id", $"{at}.id is \"{id}\"; an id starts with a lower-case letter and has up to {LongestName} letters, digits and underscores.");
        }

        var dimensions = term.Dimensions ?? new Dictionary<string, string>(StringComparer.Ordinal);
        if (dimensions.Count > MostDimensions)
        {
            throw RequestBounds.Invalid($"{at}.dimensions", $"{at}.dimensions has {dimensions.Count} entries; at most {MostDimensions} are possible.");
        }

        return new MetricTerm(id, Text(term.Namespace, $"{at}.namespace"), Text(term.MetricName, $"{at}.metricName"), dimensions, Text(term.Statistic ?? "Average", $"{at}.statistic"));
    }

    private static string Text(string? text, string field) => text?.Trim() is { Length: > 0 and <= LongestName } said
        ? said
        : throw RequestBounds.Invalid(field, $"{field} has {text?.Trim().Length ?? 0} characters; it must have 1 to {LongestName}.");

    [GeneratedRegex("^[a-z][a-zA-Z0-9_]{0,254}$")]
    private static partial Regex TermId();
}
