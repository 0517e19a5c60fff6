using System.Globalization;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Forecasts;

/// <summary>
/// Finds what keeps a plan's guardrails from doing what they are for: limits that cannot be reached or are passed already, comparisons that this traffic cannot
/// decide, silence that passes, budgets split too thin. Pure.
/// </summary>
public static class PlanLint
{
    /// <summary>A container must have answered by then.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);

    /// <summary>A part of the budget below this makes evidence slow for everyone.</summary>
    private const double ThinAlpha = 0.0005;

    private static readonly string[] PerRequest = ["Invocation4XXErrors", "Invocation5XXErrors", "InvocationModelErrors"];

    /// <param name="traffic">Null: nothing is known of the endpoint's traffic, and only the plan itself is looked at.</param>
    /// <param name="forecast">Of the same outline and traffic.</param>
    public static IReadOnlyList<LintFinding> Check(PlanOutline outline, TrafficPicture? traffic, PlanForecast? forecast)
    {
        ArgumentNullException.ThrowIfNull(outline);
        return
        [
            .. outline.Guardrails.SelectMany((guardrail, index) => Each(outline, guardrail, Field(outline, index), traffic)),
            .. WholePlan(outline),
            .. forecast is null ? [] : Unseen(forecast),
        ];
    }

    private static IEnumerable<LintFinding> Each(PlanOutline outline, Guardrail guardrail, string field, TrafficPicture? traffic) =>
        new[] { Unreachable(guardrail), TooLong(outline, guardrail), Thin(outline, guardrail), Duplicate(outline, guardrail) }
            .Concat(traffic is null ? [] : [Passed(guardrail, traffic), TooFew(outline, guardrail, traffic)])
            .OfType<(bool IsError, string Reason)>()
            // A simple limit cannot be left out, so that one out of reach is how somebody says "none"; a guardrail of its own that cannot fire is a mistake.
            .Select(found => new LintFinding(found.IsError && guardrail.Enforcing && outline.Listed, field, found.Reason));

    private static (bool, string)? Unreachable(Guardrail guardrail) => guardrail.Rule switch
    {
        GuardrailRule.ErrorRateLimit { Limit.Fraction: >= 1 } rule => (true, $"\"{guardrail.Name}\" can never fire: no more than all requests can fail, and its limit is {rule.Limit}."),
        GuardrailRule.LatencyLimit rule when rule.Limit >= LongestAnswer => (true, string.Create(
            CultureInfo.InvariantCulture, $"\"{guardrail.Name}\" can never fire: SageMaker gives up on an answer after 60 s, and its limit is {rule.Limit.TotalSeconds:0.###} s.")),
        GuardrailRule.MetricLimit { Above: true, Query: { Expression: null, Metrics: [var term] } } rule
            when PerRequest.Contains(term.MetricName) && term.Statistic is "Average" or "Maximum" or "Minimum" && rule.Limit.Value >= 1 => (true, string.Create(
            CultureInfo.InvariantCulture, $"\"{guardrail.Name}\" can never fire: {term.MetricName} is 0 or 1 for each request, so its {term.Statistic} is at most 1, and the limit is {rule.Limit.Value:0.###}.")),
        _ => null,
    };

    private static (bool, string)? TooLong(PlanOutline outline, Guardrail guardrail)
    {
        if (outline.Steps.Count == 0)
        {
            return null;
        }

        var shortest = outline.Steps.Min(step => step.Bake);
        TimeSpan? window = guardrail switch
        {
            { Rule: GuardrailRule.InvocationsMissing missing } => missing.For,
            { Test: GuardTest.FailedLooks } => TimeSpan.FromMinutes(guardrail.FailedLooks),
            _ => null,
        };
        return window > shortest ? (false, string.Create(
            CultureInfo.InvariantCulture, $"\"{guardrail.Name}\" looks back over {window.Value.TotalMinutes:0.#} min, longer than the bake of {shortest.TotalMinutes:0.#} min it is to end.")) : null;
    }

    private static (bool, string)? Thin(PlanOutline outline, Guardrail guardrail)
    {
        if (guardrail.Test is not GuardTest.Sequential)
        {
            return null;
        }

        return outline.Terms(TimeSpan.FromMinutes(1)).First(one => ReferenceEquals(one.Guardrail, guardrail)).Terms is { Alpha: < ThinAlpha and var alpha }
            ? (false, string.Create(
                CultureInfo.InvariantCulture,
                $"\"{guardrail.Name}\" has {alpha * 100:0.####} % of the false-rollback budget of {outline.Budget}: so little that it is slow to see anything. Give it more weight, or have fewer guardrails."))
            : null;
    }

    private static (bool, string)? Duplicate(PlanOutline outline, Guardrail guardrail)
    {
        var first = outline.Guardrails.First(one => one.Rule.Equals(guardrail.Rule));
        return ReferenceEquals(first, guardrail) ? null : (false, $"\"{guardrail.Name}\" watches the same as \"{first.Name}\" and takes a part of the budget for it.");
    }

    private static (bool, string)? Passed(Guardrail guardrail, TrafficPicture traffic)
    {
        switch (guardrail.Rule)
        {
            case GuardrailRule.ErrorRateLimit limit when traffic.BadRate(limit) is var rate && rate > limit.Limit.Fraction:
                return (false, string.Create(
                    CultureInfo.InvariantCulture, $"\"{guardrail.Name}\" would roll a healthy challenger back: the champion's own error rate is {rate * 100:0.##} % now, and the limit is {limit.Limit}."));
            case GuardrailRule.LatencyLimit { Percentile: >= 0.99 } limit when traffic.ChampionP99 is { } p99 && p99 > limit.Limit:
                return (false, string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"{guardrail.Name}\" would roll a healthy challenger back: the champion's own p99 is {p99.TotalMilliseconds:0.#} ms now, and the limit is {limit.Limit.TotalMilliseconds:0.###} ms."));
            default:
                return null;
        }
    }

    private static (bool, string)? TooFew(PlanOutline outline, Guardrail guardrail, TrafficPicture traffic)
    {
        if (guardrail.Rule is not GuardrailRule.LatencyLimit limit)
        {
            return null;
        }

        var needed = Math.Ceiling(Math.Round(10 / (1 - limit.Percentile), 6));
        var expected = Requests(outline, traffic);
        return expected < needed
            ? (false, string.Create(
                CultureInfo.InvariantCulture,
                $"\"{guardrail.Name}\" needs {needed:N0} requests before its percentile means anything; the whole plan brings the challenger about {expected:N0}."))
            : null;
    }

    private static IEnumerable<LintFinding> WholePlan(PlanOutline outline)
    {
        if (outline.Guardrails.All(guardrail => !guardrail.Enforcing))
        {
            yield return new LintFinding(false, "guardrails", "No guardrail enforces: whatever they see, nothing goes back by itself.");
        }
        else if (!outline.AutoRollback)
        {
            yield return new LintFinding(false, "autoRollback", "Automatic rollback is off: a breach pauses and pages, and the challenger keeps its share until a person acts.");
        }

        if (outline.Guardrails.Count > 0 && outline.Guardrails.All(guardrail => guardrail.MissingEvidence is MissingEvidence.Ignore))
        {
            yield return new LintFinding(false, "guardrails", "Every guardrail ignores missing data: with no metrics at all none has a say, and the step is held until its deadline.");
        }
    }

    /// <summary>Not even ten times the champion's errors, or five times the slow requests, would be seen in the whole plan.</summary>
    private static IEnumerable<LintFinding> Unseen(PlanForecast forecast) => forecast.Whole
        .GroupBy(one => one.Worsening.Kind)
        .Select(kind => kind.MaxBy(one => one.Worsening.Factor)!)
        .Where(one => one.Detection is null)
        .Select(one => new LintFinding(false, "steps", string.Create(
            CultureInfo.InvariantCulture,
            $"{ForecastWords.Capital(ForecastWords.Of(one.Worsening))} would not be seen in the whole plan: it brings the challenger about {forecast.Requests:N0} requests. Bake longer, or give it more.")));

    private static double Requests(PlanOutline outline, TrafficPicture traffic) => traffic.RequestsPerSecond
        * (outline.Soak.TotalSeconds + outline.Steps.Sum(step => step.Share.Fraction * step.Bake.TotalSeconds));

    // The form's simple limits have fields of their own; a list of guardrails is spoken of by its place.
    private static string Field(PlanOutline outline, int index) => outline.Guardrails[index].Rule switch
    {
        _ when outline.Listed => string.Create(CultureInfo.InvariantCulture, $"guardrails[{index}]"),
        GuardrailRule.ErrorRateLimit => "errorRateLimit",
        GuardrailRule.LatencyLimit => "latencyP99LimitMs",
        GuardrailRule.ErrorRateAgainstChampion => "errorRatioLimit",
        _ => "guardrails",
    };
}
